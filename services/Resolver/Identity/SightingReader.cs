using EntityRes.Resolution;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.NilClusters;

namespace EntityRes.Resolver.Identity;

/// <summary>Decisions on a document → the sightings of its names outside the catalogue, each with its surroundings.</summary>
internal static class SightingReader
{
    private const string CountryKind = "country";
    private const int MostMentions = 4; // of a chain whose surroundings are read

    /// <summary>Reads the sightings.</summary>
    /// <returns>One for each decision, in their order; null where the chain has no such name.</returns>
    internal static NameSighting?[] Read(ResolveInput input, IReadOnlyList<Decision> decisions, EntityCatalogue catalogue)
    {
        var sightings = new NameSighting?[decisions.Count];
        IReadOnlyList<(string Id, float Share01)>? entities = null;
        ContextFeatures? features = null;
        for (var i = 0; i < decisions.Count; i++)
        {
            if (decisions[i].Minted is not { } name)
                continue;
            entities ??= Salience.Share(input.Queries, IdsOf(decisions, catalogue));
            features ??= OfDocument(entities, CountriesOf(decisions, catalogue));
            features.BeginChain(own: PlaceOf(name.Id, entities));
            sightings[i] = new NameSighting(name.Type, name.Name, input.Document.Id, input.Document.Date)
            {
                Context = ReadContext(input, i, features),
            };
        }

        return sightings;
    }

    private static ContextFeatures OfDocument(IReadOnlyList<(string Id, float Share01)> entities, HashSet<string> countries)
    {
        var features = new ContextFeatures();
        foreach (var (id, share01) in entities)
            features.AddEntity(id, share01);
        foreach (var country in countries)
            features.AddCountry(country);
        return features;
    }

    private static int PlaceOf(string id, IReadOnlyList<(string Id, float Share01)> entities)
    {
        for (var i = 0; i < entities.Count; i++)
        {
            if (entities[i].Id == id)
                return i;
        }

        return -1;
    }

    // Of names outside the catalogue the id of their first bearer: which one is meant is not known yet.
    private static string[] IdsOf(IReadOnlyList<Decision> decisions, EntityCatalogue catalogue)
    {
        var ids = new string[decisions.Count];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = decisions[i].Kind == DecisionKind.Linked ? catalogue.Entities[decisions[i].Entity].Id : decisions[i].Minted?.Id ?? "";
        return ids;
    }

    // The countries that the document names or that what it names belongs to.
    private static HashSet<string> CountriesOf(IReadOnlyList<Decision> decisions, EntityCatalogue catalogue)
    {
        var countries = new HashSet<string>(StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            if (decision.Kind != DecisionKind.Linked)
                continue;
            var entity = catalogue.Entities[decision.Entity];
            AddIfCountry(entity);
            foreach (var polity in entity.Of)
                AddIfCountry(catalogue.Entities[polity]);
        }

        return countries;

        void AddIfCountry(in CatalogueEntity entity)
        {
            if (entity.Kind == CountryKind)
                countries.Add(entity.Id);
        }
    }

    private static ContextSignature ReadContext(ResolveInput input, int chain, ContextFeatures features)
    {
        var (mentions, places) = (input.Queries[chain].Mentions, input.Chains[chain].Mentions);
        var read = 0;
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Form == MentionForm.Role)
                features.AddRole(mentions[i].Text);
            else if (mentions[i].Form == MentionForm.Named && input.Spans.Count > 0 && read++ < MostMentions)
                features.AddWordsNear(input.Document.Text, input.Spans[places[i]]);
        }

        return features.ToSignature();
    }
}

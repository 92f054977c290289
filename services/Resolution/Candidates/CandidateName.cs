using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Names;

namespace EntityRes.Resolution.Candidates;

/// <summary>A name as the sources see it.</summary>
/// <param name="catalogue">Where to look.</param>
/// <param name="surface">The surface form.</param>
/// <param name="key">Its alias key.</param>
/// <param name="type">The chain's type.</param>
/// <param name="isByRepresentative">Whether it is the chain's representative mention.</param>
internal readonly ref struct CandidateName(
    EntityCatalogue catalogue, string surface, ReadOnlySpan<char> key, EntityType type, bool isByRepresentative)
{
    internal EntityCatalogue Catalogue { get; } = catalogue;

    internal string Surface { get; } = surface;

    internal ReadOnlySpan<char> Key { get; } = key;

    internal EntityType Type { get; } = type;

    internal bool IsPerson => Type == EntityType.Person;

    /// <summary>Adds an entity unless it is there.</summary>
    internal void Add(int entity, MatchKind match, List<Candidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Entity == entity)
                return;
        }

        candidates.Add(new Candidate(entity, match, isByRepresentative));
    }

    /// <summary>Adds the entities of the chain's type that are written with a key.</summary>
    internal void AddOfType(ReadOnlySpan<char> written, MatchKind match, List<Candidate> candidates)
    {
        foreach (var entity in Catalogue.Names.Find(written))
        {
            if (Catalogue.Entities[entity].Type == Type)
                Add(entity, match, candidates);
        }
    }

    /// <summary>Adds the persons written with a key (a surname) that have a fuller name like this one.</summary>
    internal void AddSamePersons(ReadOnlySpan<char> written, MatchKind match, List<Candidate> candidates)
    {
        foreach (var entity in Catalogue.Names.Find(written))
        {
            if (Catalogue.Entities[entity].Type == EntityType.Person && Likeness01(entity) >= NameMatcher.Same01
                && Compared(Comparison.FirstNameOfPersons, entity, ToFirstName) >= NameMatcher.Unlike01)
                Add(entity, match, candidates);
        }
    }

    /// <summary>How alike the name is to the most similar name of an entity.</summary>
    internal float Likeness01(int entity) => Compared(IsPerson ? Comparison.LikenessOfPersons : Comparison.Likeness, entity, ToAllNames);

    /// <summary>Whether the name contradicts every full name of a person; a surname alone contradicts nothing and supports nothing.</summary>
    internal bool Contradicts(int person) => Compared(Comparison.Contradiction, person, ToFullNames) > 0;

    /// <summary>Compares the name with those of an entity, or remembers what came of it.</summary>
    internal float Compared(Comparison comparison, int entity, KeptComparisons.Comparing compare) =>
        Catalogue.Comparisons.Of(comparison, this, entity, compare);

    private static float ToFirstName(in CandidateName name, int entity) =>
        NameMatcher.Similarity01(name.Surface, name.Catalogue.Entities[entity].Name, isPerson: true);

    private static float ToAllNames(in CandidateName name, int entity)
    {
        var view = name.Catalogue.Entities[entity];
        var best = NameMatcher.Similarity01(name.Surface, view.Name, name.IsPerson);
        foreach (var alias in best >= NameMatcher.Same01 ? [] : view.Aliases)
            best = Math.Max(best, NameMatcher.Similarity01(name.Surface, alias, name.IsPerson));
        return best;
    }

    private static float ToFullNames(in CandidateName name, int person)
    {
        if (ToFirstName(name, person) >= NameMatcher.Unlike01)
            return 0;
        foreach (var alias in name.Catalogue.Entities[person].Aliases)
        {
            if (alias.Contains(' ', StringComparison.Ordinal) && NameMatcher.Similarity01(name.Surface, alias, isPerson: true) >= NameMatcher.Unlike01)
                return 0;
        }

        return 1;
    }
}

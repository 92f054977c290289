namespace EntityRes.Resolution.Candidates.Sources;

/// <summary>Adjectives and nouns of origin.</summary>
internal static class Demonyms
{
    internal static void Find(in CandidateName name, List<Candidate> candidates)
    {
        foreach (var entity in name.Catalogue.Demonyms.Find(name.Key))
            name.Add(entity, MatchKind.Demonym, candidates);
    }
}

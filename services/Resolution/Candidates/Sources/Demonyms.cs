namespace EntityRes.Resolution.Candidates.Sources;

/// <summary>Adjectives and nouns of origin.</summary>
internal static class Demonyms
{
    internal static void Find(in CandidateName name, List<Candidate> candidates)
    {
        foreach (var entity in name.Catalogue.Demonyms.Find(name.Key))
        {
            // Where "Soviets" is a name of the country too, a group is meant as the people.
            if (name.Type == EntityType.Group)
                candidates.RemoveAll(candidate => candidate.Entity == entity);
            name.Add(entity, MatchKind.Demonym, candidates);
        }
    }
}

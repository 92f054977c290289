namespace EntityRes.Resolution.Candidates.Sources;

/// <summary>Places that stand for who sits there, when the text treats them as an organisation: a city may be just a city.</summary>
internal static class Metonyms
{
    internal static void Find(in CandidateName name, List<Candidate> candidates)
    {
        if (name.Type != EntityType.Organization)
            return;
        foreach (var entity in name.Catalogue.Metonyms.Find(name.Key))
            name.Add(entity, MatchKind.Metonym, candidates);
    }
}

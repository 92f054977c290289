using EntityRes.Resolution.Names;

namespace EntityRes.Resolution.Candidates.Sources;

/// <summary>The name without honorifics, or without legal form and a last word that tells nothing ("Volkswagen Group").</summary>
internal static class StrippedNames
{
    internal static void Find(in CandidateName name, List<Candidate> candidates)
    {
        if (!name.IsPerson && name.Type is not (EntityType.Organization or EntityType.Product))
            return;
        var words = NameWords.Of(name.Surface, name.IsPerson);
        var stripped = string.Join(' ', words);
        if (!name.Key.SequenceEqual(stripped))
            name.AddOfType(stripped, MatchKind.Stripped, candidates);
        if (candidates.Count > 0 || name.IsPerson || words.Count < 2 || !NameLexicon.Instance.IsGeneric(words[^1]))
            return;
        name.AddOfType(string.Join(' ', words[..^1]), MatchKind.Stripped, candidates);
    }
}

using EntityRes.Resolution.Catalogue;

namespace EntityRes.Resolution.Candidates.Sources;

/// <summary>Names with one typing error, of the same type and still alike as names: "Iraq" is no misspelt Iran.</summary>
internal static class TypingErrors
{
    private const int ShortestName = 6;           // characters of the key
    private const int ShortestWordOfPerson = 8;   // a surname alone has too many neighbours
    private const int MostEdits = 1;
    private const float LeastLikeness01 = 0.8f;

    [ThreadStatic]
    private static SpellingScratch? t_scratch;

    [ThreadStatic]
    private static List<(int Entity, int Edits)>? t_found;

    internal static void Find(in CandidateName name, List<Candidate> candidates)
    {
        if (name.Key.Length < (name.IsPerson && !name.Key.Contains(' ') ? ShortestWordOfPerson : ShortestName))
            return;
        var found = t_found ??= [];
        name.Catalogue.Spellings.Find(name.Key, MostEdits, t_scratch ??= new SpellingScratch(), found);
        foreach (var (entity, _) in found)
        {
            if (name.Catalogue.Entities[entity].Type == name.Type && name.Likeness01(entity) >= LeastLikeness01)
                name.Add(entity, MatchKind.Fuzzy, candidates);
        }
    }
}

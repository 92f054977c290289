using EntityRes.Resolution.Catalogue;

namespace EntityRes.Resolution.Candidates.Sources;

/// <summary>Names with one typing error, of the same type and still alike as names: "Iraq" is no misspelt Iran.</summary>
internal static class TypingErrors
{
    private const int ShortestName = 6;              // characters of the key
    private const int ShortestWord = 8;              // of a name of one word, which has more neighbours: "Penama", "Panama"
    private const int MostEdits = 1;
    private const float LeastLikeness01 = 0.8f;
    private const float LeastLikenessOfWord01 = 0.86f; // a consonant for another makes another word: "Sporting", "Storting"

    [ThreadStatic]
    private static SpellingScratch? _scratch;

    [ThreadStatic]
    private static List<(int Entity, int Edits)>? _found;

    internal static void Find(in CandidateName name, List<Candidate> candidates)
    {
        var isOneWord = !name.Key.Contains(' ');
        if (RegnalNumber.Ends(name.Key) || name.Key.Length < (isOneWord ? ShortestWord : ShortestName))
            return;
        var found = _found ??= [];
        name.Catalogue.Spellings.Find(name.Key, MostEdits, _scratch ??= new SpellingScratch(), found);
        foreach (var (entity, _) in found)
        {
            if (name.Catalogue.Entities[entity].Type == name.Type
                && name.Likeness01(entity) >= (isOneWord ? LeastLikenessOfWord01 : LeastLikeness01))
                name.Add(entity, MatchKind.Fuzzy, candidates);
        }
    }
}

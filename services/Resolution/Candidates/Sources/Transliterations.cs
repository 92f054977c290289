using System.Buffers;

namespace EntityRes.Resolution.Candidates.Sources;

/// <summary>Another romanisation of the name.</summary>
internal static class Transliterations
{
    private const int ShortestName = 5; // characters of the key; shorter ones, and acronyms, would meet by chance
    private const int ShortestWord = 6; // of a name of one word that is no person's

    internal static void Find(in CandidateName name, List<Candidate> candidates)
    {
        if (RegnalNumber.Ends(name.Key) || name.Key.Length < (name.IsPerson || name.Key.Contains(' ') ? ShortestName : ShortestWord))
            return;
        var neutral = ArrayPool<char>.Shared.Rent(name.Key.Length * 2);
        try
        {
            foreach (var entity in name.Catalogue.Transliterations.Find(neutral.AsSpan(0, TransliterationKey.Fold(name.Key, neutral))))
                name.Add(entity, MatchKind.Transliterated, candidates);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(neutral);
        }
    }
}

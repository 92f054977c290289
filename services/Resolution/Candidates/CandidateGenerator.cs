using System.Buffers;
using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Resolution.Candidates;

/// <summary>Surface forms of a chain → the entities that they name.</summary>
public static class CandidateGenerator
{
    private const int LongestName = 256;          // UTF-16 code units; no alias is longer
    private const int ShortestRomanisedName = 5;  // characters of the key; shorter ones, and acronyms, would meet by chance

    /// <summary>Finds the candidates of a chain by its named mentions.</summary>
    /// <param name="catalogue">Where to look.</param>
    /// <param name="chain">The chain.</param>
    /// <param name="candidates">Receives each candidate once, in the order found; cleared first.</param>
    /// <remarks>
    /// The representative mention comes first; shorter forms are asked only when it names nothing, so that "Paris" in a chain of
    /// "Paris Hilton" cannot mean the city.
    /// </remarks>
    public static void Generate(EntityCatalogue catalogue, ChainQuery chain, List<Candidate> candidates)
    {
        candidates.Clear();
        var representative = chain.Mentions[chain.Representative];
        if (representative.Form == MentionForm.Named)
            AddNamed(catalogue, representative.Text, isByRepresentative: true, candidates);
        if (candidates.Count > 0)
            return;

        foreach (var mention in chain.Mentions)
        {
            // As many words as the representative: another spelling of the same name, not a part of it.
            if (mention.Form == MentionForm.Named && mention.Text != representative.Text
                && CountWords(mention.Text) >= CountWords(representative.Text))
                AddNamed(catalogue, mention.Text, isByRepresentative: false, candidates);
        }
    }

    private static void AddNamed(EntityCatalogue catalogue, string surface, bool isByRepresentative, List<Candidate> candidates)
    {
        if (surface.Length > LongestName)
            return;
        var key = ArrayPool<char>.Shared.Rent(surface.Length * AliasKey.MaxExpansion);
        var neutral = ArrayPool<char>.Shared.Rent(surface.Length * AliasKey.MaxExpansion * 2);
        try
        {
            var keySpan = key.AsSpan(0, AliasKey.Fold(surface, key));
            foreach (var entity in catalogue.Names.Find(keySpan))
            {
                var match = catalogue.Entities[entity].IsWritten(surface) ? MatchKind.Exact : MatchKind.Folded;
                candidates.Add(new Candidate(entity, match, isByRepresentative));
            }

            AddNew(catalogue.Demonyms.Find(keySpan), MatchKind.Demonym, isByRepresentative, candidates);
            if (candidates.Count == 0 && keySpan.Length >= ShortestRomanisedName)
            {
                var neutralSpan = neutral.AsSpan(0, TransliterationKey.Fold(keySpan, neutral));
                AddNew(catalogue.Transliterations.Find(neutralSpan), MatchKind.Transliterated, isByRepresentative, candidates);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(key);
            ArrayPool<char>.Shared.Return(neutral);
        }
    }

    private static void AddNew(ReadOnlySpan<int> entities, MatchKind match, bool isByRepresentative, List<Candidate> candidates)
    {
        foreach (var entity in entities)
        {
            var isNew = true;
            foreach (var candidate in candidates)
                isNew &= candidate.Entity != entity;
            if (isNew)
                candidates.Add(new Candidate(entity, match, isByRepresentative));
        }
    }

    private static int CountWords(string surface) => surface.AsSpan().Count(' ') + 1;
}

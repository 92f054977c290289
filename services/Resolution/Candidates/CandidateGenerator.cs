using System.Buffers;
using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Resolution.Candidates;

/// <summary>Surface forms of a chain → the entities that they name.</summary>
public static class CandidateGenerator
{
    private const int LongestName = 256; // UTF-16 code units; no alias is longer

    /// <summary>Finds the candidates of a chain by its named mentions.</summary>
    /// <param name="catalogue">Where to look.</param>
    /// <param name="chain">The chain.</param>
    /// <param name="candidates">Receives each candidate once, in the order found; cleared first.</param>
    /// <remarks>
    /// The representative mention comes first; other forms are asked only when it names nothing, so that "Paris" in a chain of
    /// "Paris Hilton" cannot mean the city, nor "Bush" in a chain of "Laura Bush" the president.
    /// </remarks>
    public static void Generate(EntityCatalogue catalogue, ChainQuery chain, List<Candidate> candidates)
    {
        candidates.Clear();
        var representative = chain.Mentions[chain.Representative];
        if (representative.Form == MentionForm.Named)
            AddNamed(catalogue, representative.Text, chain.Type, isByRepresentative: true, candidates);
        if (candidates.Count > 0)
        {
            if (chain.Type == EntityType.Person && candidates[0].Match is MatchKind.Initials or MatchKind.NameParts or MatchKind.Fuzzy)
                RemoveOtherPersons(catalogue, chain, candidates);
            return;
        }

        for (var i = 0; i < chain.Mentions.Count; i++) // no enumerator, which would be allocated
        {
            // As many words as the representative: another spelling of the same name, not a part of it.
            var mention = chain.Mentions[i];
            if (mention.Form == MentionForm.Named && mention.Text != representative.Text
                && CountWords(mention.Text) >= CountWords(representative.Text))
                AddNamed(catalogue, mention.Text, chain.Type, isByRepresentative: false, candidates);
        }

        if (chain.Type == EntityType.Person)
            RemoveOtherPersons(catalogue, chain, candidates);
    }

    // A chain of "D. Medvedev" and "Daniil Medvedev" is not about Dmitry.
    private static void RemoveOtherPersons(EntityCatalogue catalogue, ChainQuery chain, List<Candidate> candidates)
    {
        for (var i = candidates.Count - 1; i >= 0; i--)
        {
            for (var j = 0; j < chain.Mentions.Count; j++)
            {
                var mention = chain.Mentions[j];
                if (mention.Form != MentionForm.Named || CountWords(mention.Text) == 1 || mention.Text.Length > LongestName)
                    continue;
                var name = new CandidateName(catalogue, mention.Text, [], EntityType.Person, isByRepresentative: true);
                if (!name.Contradicts(candidates[i].Entity))
                    continue;
                candidates.RemoveAt(i);
                break;
            }
        }
    }

    private static void AddNamed(
        EntityCatalogue catalogue, string surface, EntityType type, bool isByRepresentative, List<Candidate> candidates)
    {
        if (surface.Length > LongestName)
            return;
        var buffer = ArrayPool<char>.Shared.Rent(surface.Length * AliasKey.MaxExpansion);
        try
        {
            var key = buffer.AsSpan(0, AliasKey.Fold(surface, buffer));
            if (key.Length == 0)
                return;
            var name = new CandidateName(catalogue, surface, key, type, isByRepresentative);
            foreach (var source in CandidateSources.All)
            {
                if (source.IsAlwaysAsked || candidates.Count == 0)
                    source.Find(name, candidates);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static int CountWords(string surface) => surface.AsSpan().Count(' ') + 1;
}

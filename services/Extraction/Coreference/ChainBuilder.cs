using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Extraction.Tokens;

namespace EntityRes.Extraction.Coreference;

/// <summary>
/// Mentions → chains: which of them mean one thing. Sieves join chains in order of precision (<see cref="SieveOrder"/>); role and
/// pronoun mentions that then mean nothing in particular are dropped.
/// </summary>
/// <remarks>O(n log n) in mentions and tokens. Same input, same output. Thread-safe.</remarks>
public static class ChainBuilder
{
    /// <summary>Links the mentions of one document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="mentions">Its mentions, by span.</param>
    public static LinkedMentions Link(string text, ReadOnlySpan<Token> tokens, IReadOnlyList<Mention> mentions)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mentions);
        var document = MentionFactsReader.Read(text, tokens, mentions);
        return ToChains(document, Link(document));
    }

    /// <summary>Runs the sieves.</summary>
    internal static ChainSet Link(DocumentFacts document)
    {
        var chains = new ChainSet(document);
        foreach (var sieve in SieveOrder.All)
            sieve.Link(document, chains);
        return chains;
    }

    private static LinkedMentions ToChains(DocumentFacts document, ChainSet chains)
    {
        var kept = new List<Mention>(document.Mentions.Length);
        var members = new List<List<int>>();
        var chainAt = new Dictionary<int, int>();
        for (var i = 0; i < document.Mentions.Length; i++)
        {
            if (!IsKept(document, chains, i))
                continue;
            var root = chains.ChainOf(i);
            if (!chainAt.TryGetValue(root, out var chain))
            {
                chainAt[root] = chain = members.Count;
                members.Add([]);
            }

            members[chain].Add(kept.Count);
            kept.Add(document.Mentions[i].Mention);
        }

        var result = new CoreferenceChain[members.Count];
        for (var c = 0; c < result.Length; c++)
        {
            var representative = Representative(kept, members[c]);
            result[c] = new CoreferenceChain(members[c], representative, kept[representative].Type);
        }

        return new LinkedMentions(kept, result);
    }

    // An office means its holder even when no name is given; a kind, a relation or a pronoun needs a name or an office to go back to.
    private static bool IsKept(DocumentFacts document, ChainSet chains, int mention)
    {
        var facts = document.Mentions[mention];
        return facts.Mention.Kind switch
        {
            MentionKind.Named => true,
            MentionKind.Role => chains.HasName(mention) || facts.Role is { Noun.Class: RoleClass.Office, Determiner: not RoleDeterminer.None },
            _ => chains.SizeOf(mention) > 1,
        };
    }

    private static int Representative(List<Mention> mentions, List<int> chain)
    {
        var best = chain[0];
        foreach (var candidate in chain)
        {
            var isBetter = mentions[candidate].Kind != mentions[best].Kind
                ? mentions[candidate].Kind < mentions[best].Kind
                : mentions[candidate].Span.Length > mentions[best].Span.Length;
            if (isBetter)
                best = candidate;
        }

        return best;
    }
}

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
    /// <param name="scratch">Buffers.</param>
    /// <returns>The mentions kept and their chains; valid until the scratch is used again.</returns>
    public static LinkedMentions Link(string text, TokenList tokens, ReadOnlySpan<Mention> mentions, ChainScratch scratch)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(scratch);
        var document = MentionFactsReader.Read(text, tokens, mentions, scratch.Document);
        return scratch.Writer.Write(document, Link(document, scratch), IsKept);
    }

    /// <summary>Runs the sieves.</summary>
    internal static ChainSet Link(DocumentFacts document, ChainScratch scratch)
    {
        scratch.Chains.Begin(document);
        foreach (var sieve in SieveOrder.All)
            sieve.Link(document, scratch.Chains, scratch.Sieves);
        return scratch.Chains;
    }

    // An office means its holder even when no name is given; a kind, a relation or a pronoun needs a name or an office to go back to.
    private static bool IsKept(DocumentFacts document, ChainSet chains, int mention)
    {
        ref readonly var facts = ref document.Mentions[mention];
        return facts.Mention.Kind switch
        {
            MentionKind.Named => true,
            MentionKind.Role => chains.HasName(mention) || (facts.Role >= 0
                && document.Phrase(facts.Role) is { Noun.Class: RoleClass.Office, Determiner: not RoleDeterminer.None }),
            _ => chains.SizeOf(mention) > 1,
        };
    }
}

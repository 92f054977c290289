using System.Runtime.InteropServices;
using EntityRes.Extraction.Tokens;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>
/// Finds the noun phrases that may mean an entity by role or kind: "the Russian leader", "Ukraine's president", "NATO chief",
/// "the party". Titles before a name ("Russian President [Vladimir Putin]") and indefinite phrases ("a Kremlin spokesman")
/// are none.
/// </summary>
/// <remarks>
/// What a phrase means is for the chains to say: <see cref="Coreference.ChainBuilder"/> drops kinds ("the bridge") that join no
/// named entity. O(tokens). Thread-safe.
/// </remarks>
public static class RoleMentionFinder
{
    /// <summary>Finds role mentions.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="named">The named mentions, by span.</param>
    /// <param name="scratch">Buffers.</param>
    /// <returns>The role mentions, by span; valid until the scratch is used again.</returns>
    public static ReadOnlySpan<Mention> Find(string text, TokenList tokens, ReadOnlySpan<Mention> named, RuleScratch scratch)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(scratch);
        var roles = scratch.Roles;
        roles.Clear();
        var tagged = scratch.Tokens.Lay(text, tokens, named);
        var traits = tagged.Traits;
        for (var token = 0; token < traits.Length; token++)
        {
            if ((traits[token] & RolePhraseReader.MayBeNoun) == 0 || !RolePhraseReader.TryRead(tagged, token, out var phrase)
                || RoleRules.Accept(tagged, phrase) is not { } rule)
                continue;
            var span = new TextSpan(tagged.SpanOf(phrase.Tokens.Start).Start, tagged.SpanOf(phrase.Tokens.End - 1).End);
            AddInOrder(roles, new Mention(span, MentionKind.Role, phrase.Noun.Type, rule.Confidence01, MentionSource.Rule));
        }

        return CollectionsMarshal.AsSpan(roles);
    }

    // Phrases are found by their heads; only those inside one another are out of order.
    private static void AddInOrder(List<Mention> roles, Mention role)
    {
        var at = roles.Count;
        while (at > 0 && role.Span < roles[at - 1].Span)
            at--;
        roles.Insert(at, role);
    }
}

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
    /// <param name="roles">Receives the role mentions, by span; what it held before is dropped.</param>
    /// <returns><paramref name="roles"/>.</returns>
    public static List<Mention> Find(string text, ReadOnlySpan<Token> tokens, IReadOnlyList<Mention> named, List<Mention> roles)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(named);
        ArgumentNullException.ThrowIfNull(roles);
        roles.Clear();
        var tagged = new TaggedTokens(text, tokens, named);
        for (var token = 0; token < tagged.Count; token++)
        {
            if (RolePhraseReader.NounAt(tagged, token, out _) is null || RolePhraseReader.Read(tagged, token) is not { } phrase)
                continue;
            if (RoleRules.Accept(tagged, phrase, named) is not { } rule)
                continue;
            var span = new TextSpan(tagged.SpanOf(phrase.Tokens.Start).Start, tagged.SpanOf(phrase.Tokens.End - 1).End);
            roles.Add(new Mention(span, MentionKind.Role, phrase.Noun.Type, rule.Confidence01, MentionSource.Rule));
        }

        roles.Sort((a, b) => a.Span.CompareTo(b.Span));
        return roles;
    }
}

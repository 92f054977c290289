using EntityRes.Extraction.Tokens;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>
/// Finds the pronouns of the third person that a chain may take up: he, she and their forms, and "its". Plurals and "it" are left
/// out: in news they mean things without a name more often than not.
/// </summary>
/// <remarks>
/// <see cref="Coreference.ChainBuilder"/> drops those that go back to no entity. O(tokens), no allocation but for the list's growth.
/// </remarks>
public static class PronounFinder
{
    private const float Confidence01 = 0.8f;

    /// <summary>Adds the pronouns of a text to its role mentions.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="mentions">The role mentions; stays ordered by span.</param>
    /// <returns><paramref name="mentions"/>.</returns>
    public static List<Mention> Find(string text, ReadOnlySpan<Token> tokens, List<Mention> mentions)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(mentions);
        foreach (var token in tokens)
        {
            if (TypeOf(token.Span.Of(text)) is { } type)
                mentions.Add(new Mention(token.Span, MentionKind.Pronoun, type, Confidence01, MentionSource.Rule));
        }

        mentions.Sort((a, b) => a.Span.CompareTo(b.Span));
        return mentions;
    }

    private static MentionType? TypeOf(ReadOnlySpan<char> word) => word switch
    {
        "he" or "him" or "his" or "himself" or "she" or "her" or "hers" or "herself" => MentionType.Person,
        "He" or "Him" or "His" or "Himself" or "She" or "Her" or "Hers" or "Herself" => MentionType.Person,
        "its" or "Its" => MentionType.Organization,
        _ => null,
    };
}

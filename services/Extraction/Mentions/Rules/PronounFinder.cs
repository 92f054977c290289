using System.Runtime.InteropServices;
using EntityRes.Extraction.Tokens;

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>
/// Finds the pronouns of the third person that a chain may take up: he, she and their forms, and "its". Plurals and "it" are left
/// out: in news they mean things without a name more often than not.
/// </summary>
/// <remarks>
/// <see cref="Coreference.ChainBuilder"/> drops those that go back to no entity. O(tokens), no allocation once the scratch has grown.
/// </remarks>
public static class PronounFinder
{
    private const float Confidence01 = 0.8f;

    /// <summary>Finds the pronouns of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="scratch">Buffers.</param>
    /// <returns>The pronouns, by span; valid until the scratch is used again.</returns>
    public static ReadOnlySpan<Mention> Find(string text, TokenList tokens, RuleScratch scratch)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(scratch);
        WordTraitReader.ReadAll(text, tokens);
        var pronouns = scratch.Pronouns;
        pronouns.Clear();
        var traits = tokens.Traits;
        for (var i = 0; i < traits.Length; i++)
        {
            if ((traits[i] & (WordTraits.PersonPronoun | WordTraits.ThingPronoun)) == 0)
                continue;
            var type = (traits[i] & WordTraits.PersonPronoun) != 0 ? MentionType.Person : MentionType.Organization;
            pronouns.Add(new Mention(tokens[i].Span, MentionKind.Pronoun, type, Confidence01, MentionSource.Rule));
        }

        return CollectionsMarshal.AsSpan(pronouns);
    }
}

using EntityRes.Text;

namespace EntityRes.Extraction.Coreference;

/// <summary>What a name's characters alone tell; shared by all its mentions in a document.</summary>
/// <param name="NameKey">See <see cref="MentionFacts.NameKey"/>.</param>
/// <param name="Words">See <see cref="MentionFacts.Words"/>.</param>
/// <param name="OwnerKey">See <see cref="MentionFacts.OwnerKey"/>.</param>
/// <param name="NameKind">See <see cref="MentionFacts.NameKind"/>.</param>
internal sealed record NameForm(string NameKey, string[] Words, string OwnerKey, string NameKind)
{
    /// <summary>Reads a surface form.</summary>
    public static NameForm Of(ReadOnlySpan<char> surface, MentionType type)
    {
        var key = AliasKey.Of(surface);
        return new NameForm(NameKeys.KeyOf(type, key), NameKeys.WordsOf(surface, type), NameKeys.OwnerOf(key), NameKinds.Of(type, key));
    }
}

using System.Collections.Frozen;

namespace EntityRes.Extraction.Mentions.Rules.Lexicon;

/// <summary>A short closed list of words, asked without allocation; case matters.</summary>
internal sealed class WordSet(params string[] words)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words =
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word is listed.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
}

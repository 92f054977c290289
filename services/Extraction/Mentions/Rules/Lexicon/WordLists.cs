using System.Collections.Frozen;

namespace EntityRes.Extraction.Mentions.Rules.Lexicon;

/// <summary>The plain word lists that bound noun phrases.</summary>
internal static class WordLists
{
    /// <summary>Words that may stand right after a subject: finite verbs and adverbs of news copy.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SubjectFollowers { get; } = Load("subject-followers.txt");

    /// <summary>Articles, prepositions, pronouns, conjunctions: words that no noun phrase runs across.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FunctionWords { get; } = Load("function-words.txt");

    /// <summary>A list of words as they are written.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(params string[] words) =>
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Load(string name) =>
        LexiconFile.Read(name, 1).Select(f => f[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}

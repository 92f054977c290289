using System.Collections.Concurrent;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions.Rules.Lexicon;

/// <summary>An office or kind that words mean: "president", "foreign minister", "company".</summary>
/// <remarks>
/// Equal when their names are. Objects are shared, so that naming a known sense allocates nothing; at most
/// <see cref="MaxShared"/> are, so that no text can fill the memory with made-up offices. Thread-safe.
/// </remarks>
internal sealed class Sense : IEquatable<Sense>
{
    private const int MaxShared = 16_384;

    private static readonly ConcurrentDictionary<ulong, Sense> Shared = new();

    private Sense(string name, ulong key) => (Name, Key) = (name, key);

    /// <summary>No sense: the name is empty.</summary>
    public static Sense None { get; } = Of("");

    /// <summary>The words, in lower case.</summary>
    public string Name { get; }

    /// <summary>Hash of the name.</summary>
    public ulong Key { get; }

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => Name.Length == 0;

    /// <summary>The sense of a name.</summary>
    public static Sense Of(string name) => Of(name, "", "");

    /// <summary>The sense named by this one's name, a link and more words: "minister", " of ", "state".</summary>
    public Sense Followed(string link, string words) => Of(Name, link, words);

    /// <summary>The sense named by a word before this one's name: "foreign", "minister".</summary>
    public Sense Preceded(string word) => Of(word, " ", Name);

    /// <inheritdoc/>
    public bool Equals(Sense? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Sense);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Key;

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static Sense Of(string first, string link, string last)
    {
        var key = StableHash.End(StableHash.Continue(StableHash.Continue(StableHash.Continue(StableHash.Begin(), first), link), last));
        if (Shared.TryGetValue(key, out var known))
            return known;
        var sense = new Sense(first + link + last, key);
        return Shared.Count < MaxShared ? Shared.GetOrAdd(key, sense) : sense;
    }
}

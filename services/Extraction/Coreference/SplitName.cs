using System.Collections.Frozen;
using EntityRes.Text;

namespace EntityRes.Extraction.Coreference;

/// <summary>The alias keys of a name's words, side by side with a blank between: a reusable buffer. Not thread-safe.</summary>
internal sealed class SplitName
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles =
        FrozenSet.ToFrozenSet(["abu", "al", "bin", "da", "de", "del", "der", "di", "dos", "du", "el", "la", "le", "van", "von"], StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private char[] _characters = new char[64];
    private TextSpan[] _words = new TextSpan[16]; // ranges of _characters
    private int _first;
    private int _end;

    /// <summary>Number of words.</summary>
    public int Count => _end - _first;

    /// <summary>A word, never empty.</summary>
    public ReadOnlySpan<char> this[int word] => Of(word, word + 1);

    /// <summary>All words.</summary>
    public ReadOnlySpan<char> All => Of(0, Count);

    /// <summary>The words of a half-open range.</summary>
    public ReadOnlySpan<char> Of(int start, int end) =>
        start == end ? [] : _characters.AsSpan(_words[_first + start].Start..(_words[_first + end - 1].End));

    /// <summary>Splits a name; of a person's name, particles at its start are left out and "al-" is a word.</summary>
    public void Split(ReadOnlySpan<char> surface, MentionType type)
    {
        _first = _end = 0;
        if (_characters.Length < surface.Length * (AliasKey.MaxExpansion + 1))
            _characters = new char[surface.Length * (AliasKey.MaxExpansion + 1)];
        foreach (var range in surface.SplitAny(' ', '\n', '\r', '\t', '\u00A0'))
        {
            var word = surface[range];
            var hyphen = type == MentionType.Person ? word.IndexOf('-') : -1;
            if (hyphen == 2 && (word.StartsWith("al", StringComparison.OrdinalIgnoreCase)
                || word.StartsWith("el", StringComparison.OrdinalIgnoreCase)))
            {
                Add(word[..hyphen]);
                word = word[(hyphen + 1)..];
            }

            Add(word);
        }

        while (type == MentionType.Person && Count > 1 && Particles.Contains(this[0]))
            _first++;
    }

    private void Add(ReadOnlySpan<char> word)
    {
        var start = _end == 0 ? 0 : _words[_end - 1].End + 1;
        var length = AliasKey.Fold(word, _characters.AsSpan(start));
        if (length == 0)
            return;
        if (start > 0)
            _characters[start - 1] = ' ';
        if (_end == _words.Length)
            Array.Resize(ref _words, _end * 2);
        _words[_end++] = new TextSpan(start, start + length);
    }
}

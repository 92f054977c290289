using EntityRes.Text;

namespace EntityRes.Extraction.Coreference;

/// <summary>The forms of names seen lately, by surface form and type: a bounded cache, and the place where their words lie.</summary>
/// <remarks>
/// It forgets everything when there are more than <see cref="MaxForms"/> at the beginning of a document. No allocation once it has
/// grown. Not thread-safe.
/// </remarks>
internal sealed class NameForms
{
    private const int MaxForms = 16_384;

    private readonly KeyMap _index = new();
    private readonly NameFormReader _reader = new();
    private NameForm[] _forms = new NameForm[64];
    private NameWord[] _words = new NameWord[256];
    private ulong[] _keys = new ulong[256]; // acronyms and short forms
    private int _count, _wordCount, _keyCount;

    /// <summary>A form.</summary>
    public ref readonly NameForm this[int form] => ref _forms[form];

    /// <summary>Begins a document: forms found from here on stay until the next one begins.</summary>
    public void Begin()
    {
        if (_count <= MaxForms)
            return;
        _index.Clear();
        _count = _wordCount = _keyCount = 0;
    }

    /// <summary>The form of a name.</summary>
    /// <param name="surface">Its characters.</param>
    /// <param name="type">Its type.</param>
    /// <returns>Index of the form.</returns>
    public int Of(ReadOnlySpan<char> surface, MentionType type)
    {
        ref var form = ref _index.At(StableHash.Of(surface, (ulong)type), -1);
        if (form >= 0)
            return form;
        if (_count == _forms.Length)
            Array.Resize(ref _forms, _count * 2);
        _forms[_count] = _reader.Read(surface, type, this);
        return form = _count++;
    }

    /// <summary>The words of a form.</summary>
    public ReadOnlySpan<NameWord> WordsOf(in NameForm form) => _words.AsSpan(form.Words);

    /// <summary>The keys of its acronyms.</summary>
    public ReadOnlySpan<ulong> AcronymsOf(in NameForm form) => _keys.AsSpan(form.Acronyms);

    /// <summary>The keys of its safe shorter forms.</summary>
    public ReadOnlySpan<ulong> ShortFormsOf(in NameForm form) => _keys.AsSpan(form.ShortForms);

    /// <summary>Keeps the words of a new form.</summary>
    internal Range Keep(ReadOnlySpan<NameWord> words) => Keep(words, ref _words, ref _wordCount);

    /// <summary>Keeps keys of a new form.</summary>
    internal Range Keep(ReadOnlySpan<ulong> keys) => Keep(keys, ref _keys, ref _keyCount);

    private static Range Keep<T>(ReadOnlySpan<T> items, ref T[] kept, ref int count)
    {
        if (count + items.Length > kept.Length)
            Array.Resize(ref kept, Math.Max(kept.Length * 2, count + items.Length));
        items.CopyTo(kept.AsSpan(count));
        var range = new Range(count, count + items.Length);
        count += items.Length;
        return range;
    }
}

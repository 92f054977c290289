using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Text;

namespace EntityRes.Extraction.Coreference;

/// <summary>A name's characters → its form.</summary>
/// <remarks>A few µs a name, no allocation once the buffers have grown. Not thread-safe.</remarks>
internal sealed class NameFormReader
{
    private readonly SplitName _words = new();
    private readonly ShortFormReader _shortForms = new();
    private char[] _key = new char[64];
    private NameWord[] _nameWords = new NameWord[16];

    /// <summary>Reads a form.</summary>
    /// <param name="surface">The name as it stands in the text.</param>
    /// <param name="type">Its type.</param>
    /// <param name="forms">Keeps its words, acronyms and short forms.</param>
    public NameForm Read(ReadOnlySpan<char> surface, MentionType type, NameForms forms)
    {
        var key = Fold(surface);
        var owner = NameKeys.OwnerOf(key, out var isOfPolity);
        _words.Split(surface, type);
        var words = ReadWords();
        Span<ulong> acronyms = stackalloc ulong[2];
        return new NameForm
        {
            Key = NameKeys.Of(type, key),
            OwnerKey = owner,
            IsOfPolity = isOfPolity,
            Kind = NameKinds.Of(type, key),
            Words = forms.Keep(words),
            Surname = words.IsEmpty ? 0 : NameWords.Surname(words),
            WordsKey = NameKeys.OfWords(type, _words.All),
            PlaceKey = NameKeys.OfWords(MentionType.Location, _words.All),
            IsPlace = Polities.OfName(_words.All) >= 0 || Polities.OfCapital(_words.All) >= 0,
            IsAcronym = Acronyms.IsAcronym(surface),
            Acronyms = forms.Keep(acronyms[..Acronyms.Read(type, _words, acronyms)]),
            ShortForms = forms.Keep(_shortForms.Read(type, _words)),
        };
    }

    private ReadOnlySpan<char> Fold(ReadOnlySpan<char> surface)
    {
        if (_key.Length < surface.Length * AliasKey.MaxExpansion)
            _key = new char[surface.Length * AliasKey.MaxExpansion];
        return _key.AsSpan(0, AliasKey.Fold(surface, _key));
    }

    private ReadOnlySpan<NameWord> ReadWords()
    {
        if (_nameWords.Length < _words.Count)
            _nameWords = new NameWord[_words.Count * 2];
        for (var i = 0; i < _words.Count; i++)
        {
            var word = _words[i];
            _nameWords[i] = new NameWord(StableHash.Of(word), word[0], word.Length == 1, NameWords.IsSuffix(word));
        }

        return _nameWords.AsSpan(0, _words.Count);
    }
}

using System.Collections.Frozen;
using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference;

/// <summary>
/// The shorter forms under which an organisation or place may safely be taken up: without its legal form ("Boeing Co." and
/// "Boeing"), its country ("US Supreme Court" and "Supreme Court"), its last words ("Labour Party" and "Labour"), its kind ("Anbar
/// province" and "Anbar"). Never "Real Madrid" and "Madrid".
/// </summary>
internal sealed class ShortFormReader
{
    private const int MaxWords = 12; // longer names have no shorter forms here

    private const int MaxDropped = 2; // words at the end that may be left out

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LegalForms = Words(
        "ag", "asa", "bhd", "co", "company", "corp", "corporation", "gmbh", "group", "holding", "holdings", "inc", "incorporated", "limited",
        "llc", "ltd", "nv", "oyj", "plc", "sa", "spa");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PlaceKinds = Words(
        "city", "county", "district", "ocean", "palace", "prison", "province", "rainforest", "region", "state", "strip", "town", "village");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OwnOrganizations = Words(
        "agency", "association", "foundation", "fund", "institute", "office", "program", "programme", "society", "trust", "unit", "university", "watch");

    private readonly ulong[] _keys = new ulong[MaxDropped + MaxWords];
    private int _count;

    /// <summary>The keys of the shorter forms, as <see cref="NameForm.WordsKey"/> has them; valid until the next call.</summary>
    public ReadOnlySpan<ulong> Read(MentionType type, SplitName words)
    {
        _count = 0;
        var last = words.Count - 1;
        if (words.Count is < 2 or > MaxWords)
            return [];
        if (type == MentionType.Location && PlaceKinds.Contains(words[last]) && !IsNamedAfterRegion(words))
            Add(type, words.Of(0, last));
        else if (type == MentionType.Event && words.Count == 2 && words[0] is "cyclone" or "hurricane" or "typhoon")
            Add(type, words[1]);
        else if (type == MentionType.Organization)
            AddOfOrganization(words);
        return _keys.AsSpan(0, _count);
    }

    private void AddOfOrganization(SplitName words)
    {
        for (var length = Math.Max(1, words.Count - MaxDropped); length < words.Count; length++)
        {
            if (IsDistinctiveStart(words, length))
                Add(MentionType.Organization, words.Of(0, length));
        }

        for (var start = 1; start < words.Count; start++)
        {
            if (IsDistinctiveEnd(words, start))
                Add(MentionType.Organization, words.Of(start, words.Count));
        }
    }

    private void Add(MentionType type, ReadOnlySpan<char> words) => _keys[_count++] = NameKeys.OfWords(type, words);

    // "Guatemala City" is not "Guatemala", nor "New York City" "New York".
    private static bool IsNamedAfterRegion(SplitName words) =>
        words[words.Count - 1] is "city" && NameKinds.Of(MentionType.Location, words.Of(0, words.Count - 1)).Name is "country" or "state";

    // The first words tell the whole: not a kind or a place ("National …", "Bank …", "University of …"), and what follows them makes
    // no other organisation of it ("… Foundation").
    private static bool IsDistinctiveStart(SplitName words, int length)
    {
        var last = words.Count - 1;
        if (LegalForms.Contains(words[length]) && words.Count == length + 1)
            return true;
        if (words[length] is "of" or "for" or "and" || words[length - 1] is "of" or "for" or "and" || OwnOrganizations.Contains(words[last]))
            return false;
        if (words[0].Length <= 3 || IsCommonFirst(words[0]))
            return false;
        var kind = NameKinds.Of(MentionType.Organization, words[0]);
        return length > 1 || kind.IsNone || kind.Equals(NameKinds.Of(MentionType.Organization, words[last]));
    }

    // The country before a name may be left out, and so may the rest before a last word that is no kind of thing in general.
    private static bool IsDistinctiveEnd(SplitName words, int start)
    {
        var last = words.Count - 1;
        var dropped = words.Of(0, start);
        if (start < last)
            return Polities.OfName(dropped) >= 0 || Polities.OfDemonym(dropped) >= 0 || dropped is "un" or "united nations";
        return words[last].Length > 3 && NameKinds.Of(MentionType.Organization, words[last]).Name is "" or "media" or "parliament" or "team";
    }

    private static bool IsCommonFirst(ReadOnlySpan<char> word) =>
        word is "national" or "international" or "world" or "european" or "american" or "united" or "general" or "royal" or "federal"
            or "central" or "supreme" or "democratic" or "people" or "peoples" or "first" or "north" or "south" or "east" or "west"
            or "new" or "saint" or "islamic" or "state" or "public" or "free" or "african" or "asian" or "white" or "real" or "associated"
        || Polities.OfDemonym(word) >= 0;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(params string[] words) =>
        words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}

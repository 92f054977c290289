using System.Collections.Frozen;

namespace EntityRes.Extraction.Sentences;

/// <summary>Words that keep their full stop, by what may follow. Ordinal, without the stop.</summary>
internal static class Abbreviations
{
    /// <summary>A name, number or noun follows: no sentence ends here.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeName = Words(
        """
        Mr Mrs Ms Mx Dr Prof Rev Fr Sr Sra St Ste Mt Ft Gen Lt Col Maj Capt Cmdr Cpl Sgt Adm Brig Pvt Supt Insp Det Gov Sen Rep Pres
        Hon Amb Atty Msgr Mgr Messrs Mmes Mlle Mme vs v viz cf al e.g i.e approx ca c Nos Pp pp Vol vol Fig fig Ch ch
        Blvd Rd Bldg Wm Kh Spc Alex Ma Chas Geo Jos Thos Md Abp Bp Rt Sgts Gens Sens Reps Govs Drs Ven
        """);

    /// <summary>May close a sentence: it does when the next word is one that commonly opens sentences.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ambiguous = Words(
        """
        Inc Corp Co Cos Ltd Bros Jr jr Esq etc Dept Univ Assn Mfg Intl Natl Govt govt Ph.D M.D a.m p.m A.M P.M D.C St.Petersburg
        Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va
        Vt Wash Wis Wyo Ont Que Alta N.Y N.J U.S U.N U.K E.U U.S.A U.A.E S.A N.V A.G A.S p.l.c plc min max avg sec hr hrs ft lb lbs oz km
        """);

    /// <summary>A number follows, else the sentence may end.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumber = Words(
        "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec No no Tues Thur Thurs p");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = Words(
        """
        The A An In On At By For From To With As But And Or So If It Its He His She Her They Their We Our I My You Your This That These
        Those There Then Here When While Where Who What Why How After Before Since Until Although Though Because However Meanwhile
        Also Still Yet Now Not No Both Some Many Most All Several Each Every Another Other One Two Three Officials Police Earlier
        Later Last Next About Under Over Between During Despite Among Such According Once Only Even Just Analysts Critics Mr Mrs Ms
        """);

    /// <summary>Whether the word, written with a full stop, keeps it.</summary>
    public static bool Contains(ReadOnlySpan<char> word) =>
        word.Length <= 13 && (BeforeName.Contains(word) || Ambiguous.Contains(word) || BeforeNumber.Contains(word));

    /// <summary>Whether a sentence ends after the word and its full stop.</summary>
    /// <param name="word">The word before the stop.</param>
    /// <param name="next">The next word, which starts with an upper-case letter or a digit.</param>
    public static bool EndsSentence(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        if (word.Length is 0 or > 13)
            return true;
        if (BeforeName.Contains(word))
            return false;
        var nextIsNumber = next.Length > 0 && char.IsAsciiDigit(next[0]);
        if (BeforeNumber.Contains(word))
            return !nextIsNumber;
        if (word.Length == 1 && char.IsUpper(word[0]))
            return next.Length > 1 && Openers.Contains(next) && word[0] != 'I';
        if (Ambiguous.Contains(word) || IsAcronym(word))
            return Openers.Contains(next);
        return true;
    }

    /// <summary>Whether the word is single letters with full stops between them: "U.S", "p.m".</summary>
    public static bool IsAcronym(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.Length % 2 == 0)
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 1 ? word[i] != '.' : !char.IsLetter(word[i]))
                return false;
        }

        return true;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string list) =>
        list.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}

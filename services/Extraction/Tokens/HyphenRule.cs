using System.Collections.Frozen;

namespace EntityRes.Extraction.Tokens;

/// <summary>
/// Decides at which hyphens a name may begin or end: "U.S.-led", "pro-Russian", "Israeli-Palestinian", "SOCCER-IRAN" are three
/// tokens each; "al-Assad", "Kim Jong-un", "Coca-Cola", "Guinea-Bissau" stay whole.
/// </summary>
internal static class HyphenRule
{
    private const int MaxPart = 16;

    /// <summary>Lower-case words that stand before a name, and their capitalised forms.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prefixes = Words(
        "ex pro anti non mid pan then intra all post pre ex former half part near quasi neo semi counter mini extra de");

    /// <summary>Words that follow a name with a hyphen, besides those in -ed and -ing.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Suffixes = Words(
        """
        led born run held built made bound wide style era like majority language area owned heavy friendly free only specific
        positive negative virus strong rich registered themed centric dominant minority origin drawn won lost sent shot torn hit
        wracked ridden loyal loyalist leaning area related level educated paid grown bred flown supplied age born-and-raised side
        president election prime medicine economy politics crisis war
        """);

    /// <summary>Keywords that news agencies put before a headline.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Slugs = Words(
        """
        SOCCER CRICKET TENNIS RUGBY UNION LEAGUE GOLF BASEBALL BASKETBALL ATHLETICS CYCLING BOXING SWIMMING GAMES OLYMPICS MOTOR
        RACING HOCKEY SKIING MARKETS STOCKS FOREX METALS OIL GRAINS SOFTS EARNINGS MOVES BRIEF PROFILE OBITUARY NEWSMAKER ANALYSIS
        FOCUS FEATURE FACTBOX TIMELINE TABLE POLL PREVIEW UPDATE WRAPUP EXCLUSIVE INTERVIEW INSIGHT CORRECTED REFILE RPT TEXT NOBEL
        Soccer Cricket Tennis Rugby Golf Baseball Basketball Athletics Cycling Boxing Swimming Olympics Hockey Factbox Timeline Update
        Wrapup Exclusive Interview Insight Analysis Focus Feature Preview Brief Obituary Newsmaker Profile
        """);

    /// <summary>Countries, peoples and the like that are joined in pairs; not exhaustive.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Peoples = Words(
        """
        U.S. US UK U.K. EU U.N. UN NATO Afghan Afghanistan Algeria Algerian America American Anglo Arab Argentina Argentine
        Armenia Armenian Australia Australian Austrian Azerbaijan Azerbaijani Bangladesh Belarus Belarusian Belgian Bosnian Brazil
        Brazilian Britain British Burma Cambodia Canada Canadian Chad Chile Chilean China Chinese Colombia Colombian Congolese Croatian
        Cuba Cuban Cypriot Czech Danish Dutch Ecuador Egypt Egyptian Eritrea Eritrean Ethiopia Ethiopian European Europe Finnish Franco
        France French Gaza Georgia Georgian German Germany Greece Greek Hamas Hungarian Hungary India Indian Indo Indonesia Indonesian
        Iran Iranian Iraq Iraqi Irish Israel Israeli Italian Italy Japan Japanese Jewish Jordan Jordanian Kazakhstan Kenya Kenyan Korea
        Korean Kosovo Kurdish Kyrgyzstan Lebanese Lebanon Libya Libyan Malaysia Malaysian Mexican Mexico Moroccan Morocco Muslim Myanmar
        Nepal Nigeria Nigerian Norwegian Pakistan Pakistani Palestinian Peru Peruvian Philippine Poland Polish Portuguese Qatar Romanian
        Russia Russian Russo Rwanda Rwandan Saudi Scottish Senegalese Serbia Serbian Singapore Sino Somali Somalia Spain Spanish Sudan
        Sudanese Sweden Swedish Swiss Syria Syrian Taiwan Taiwanese Tanzania Thai Thailand Tibetan Turkey Turkish Uganda Ugandan Ukraine
        Ukrainian Venezuela Venezuelan Vietnam Vietnamese Yemen Yemeni Biden Trump Clinton Obama Putin Bush McCain Xi
        """);

    /// <summary>Whether the hyphen between two parts of a word separates tokens.</summary>
    /// <param name="left">Letters before the hyphen, up to the hyphen before that.</param>
    /// <param name="right">Letters after the hyphen, up to the next one.</param>
    public static bool Splits(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.IsEmpty || right.IsEmpty || left.Length > MaxPart || right.Length > MaxPart)
            return false;
        var rightIsName = char.IsUpper(right[0]);
        if (rightIsName && IsPlainWord(left) && IsAcronym(right))
            return true; // "co-NATO", "six-NBA": no name has such a beginning
        if (rightIsName && left.Length <= 7 && IsPrefix(left))
            return true;
        if (!rightIsName)
            return HasUpper(left) && IsSuffix(right);
        if (left.Length > 1 && Slugs.Contains(left))
            return true;
        if (char.IsAsciiDigit(left[0]))
            return left.Length <= 2 && right.Length > 2 && char.IsLower(right[^1]) && right is not "Eleven";
        return Peoples.Contains(left) && Peoples.Contains(right);
    }

    private static bool IsPrefix(ReadOnlySpan<char> left)
    {
        if (Prefixes.Contains(left))
            return true;
        return char.IsUpper(left[0]) && (left is "Ex" or "Pro" or "Anti" or "Pre" or "Post" or "Mid" or "Then");
    }

    private static bool IsSuffix(ReadOnlySpan<char> right)
    {
        foreach (var c in right)
        {
            if (!char.IsAsciiLetterLower(c))
                return false;
        }

        return Suffixes.Contains(right)
            || (right.Length >= 5 && (right.EndsWith("ed", StringComparison.Ordinal) || right.EndsWith("ing", StringComparison.Ordinal)));
    }

    private static bool IsPlainWord(ReadOnlySpan<char> left) => left.Length >= 3 && !left.ContainsAnyExceptInRange('a', 'z');

    private static bool IsAcronym(ReadOnlySpan<char> right) => right.Length >= 3 && !right.ContainsAnyExceptInRange('A', 'Z');

    private static bool HasUpper(ReadOnlySpan<char> left)
    {
        foreach (var c in left)
        {
            if (char.IsUpper(c))
                return true;
        }

        return false;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string list) =>
        list.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}

using EntityRes.Extraction.Mentions.Rules;

namespace EntityRes.Extraction.Coreference;

/// <summary>Which offices and kinds may be one.</summary>
internal static class Senses
{
    /// <summary>Whether a role phrase may mean the holder of an office that the text has stated.</summary>
    /// <remarks>"leader" means heads of state and government and of organisations; "chief" whoever heads an organisation.</remarks>
    public static bool MayMean(OfficeFact role, OfficeFact stated)
    {
        if (role.Tense != stated.Tense)
            return false;
        var (phrase, held) = (role.Sense.Name, stated.Sense.Name);
        return phrase == held
            || (phrase == "leader" && IsLed(held))
            || (phrase == "chief" && IsHeaded(held))
            || (held is "chief" or "leader" && phrase is "chief" or "leader" or "ruler")
            || (phrase == "ruler" && held is "leader" or "monarch" or "president");
    }

    /// <summary>Whether a sense is a leader's.</summary>
    public static bool IsLed(string sense) => sense is "president" or "premier" or "chancellor" or "monarch" or "ruler" or "chief";

    private static bool IsHeaded(string sense) =>
        sense is "president" or "governor" or "secretary general" or "general secretary" or "commander" or "leader";

    /// <summary>Whether a kind noun ("company") may mean something whose name says what it is ("bank"), or says nothing.</summary>
    public static bool MayMean(string kind, string nameKind) => kind switch
    {
        "company" => nameKind is "" or "company" or "media" or "exchange" or "bank",
        "group" => nameKind is "" or "group" or "militia" or "party" or "band" or "agency" or "company",
        "body" => nameKind is "group" or "agency" or "parliament" or "court" or "force",
        "party" => nameKind is "" or "party" or "militia",
        "agency" => nameKind is "" or "agency" or "group",
        "team" => nameKind is "" or "team" or "city",
        "bank" or "militia" or "media" or "band" or "island" or "state" => nameKind is "" || nameKind == kind,
        "city" => nameKind is "" or "city" or "bay",
        _ => nameKind == kind,
    };
}

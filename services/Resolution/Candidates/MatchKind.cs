namespace EntityRes.Resolution.Candidates;

/// <summary>How a surface form came to name a candidate; the better match has the lower number.</summary>
public enum MatchKind : byte
{
    /// <summary>The catalogue's name or an alias, letter for letter.</summary>
    Exact,

    /// <summary>The same alias key: case, diacritics, punctuation and script set aside.</summary>
    Folded,

    /// <summary>An adjective or noun of origin: "Russian" for Russia.</summary>
    Demonym,

    /// <summary>The same transliteration-neutral key.</summary>
    Transliterated,

    /// <summary>The holder of the office that a role names.</summary>
    Office,
}

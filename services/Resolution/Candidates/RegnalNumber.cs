namespace EntityRes.Resolution.Candidates;

/// <summary>Numbers of rulers and popes: "Charles III", where one letter more is another man.</summary>
internal static class RegnalNumber
{
    /// <summary>Whether an alias key ends with a Roman number.</summary>
    internal static bool Ends(ReadOnlySpan<char> key)
    {
        var last = key[(key.LastIndexOf(' ') + 1)..];
        return last.Length < key.Length && last.Length > 0 && !last.ContainsAnyExcept("ivx");
    }
}

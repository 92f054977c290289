namespace EntityRes.Import.Curated;

/// <summary>Where a record stands, for messages.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Its line, from 1.</param>
public readonly record struct Place(string File, int Line)
{
    /// <summary><c>file:line</c>.</summary>
    public override string ToString() => $"{File}:{Line}";
}

namespace EntityRes.Import.Importing;

/// <summary>How far an import has come.</summary>
/// <param name="Stage">What it is doing: <c>reading FILE</c>, <c>joining</c>, <c>compiling</c>.</param>
/// <param name="Done">Bytes of the file, or records, that are done.</param>
/// <param name="Total">Of how many.</param>
/// <param name="Records">Records read so far.</param>
/// <param name="Bad">Bad ones among them.</param>
public readonly record struct ImportProgress(string Stage, long Done, long Total, long Records, long Bad);

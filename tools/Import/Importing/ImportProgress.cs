namespace EntityRes.Import.Importing;

/// <summary>How far an import has come.</summary>
/// <param name="Stage">What it is doing: <c>reading FILE</c>, <c>joining</c>, <c>compiling</c>.</param>
/// <param name="Done">Bytes of the file, or records, that are done.</param>
/// <param name="Total">Of how many.</param>
/// <param name="Records">Records read so far.</param>
/// <param name="Bad">Bad ones among them.</param>
public readonly record struct ImportProgress(string Stage, long Done, long Total, long Records, long Bad);

/// <summary>What came of an import.</summary>
/// <param name="Records">Records read.</param>
/// <param name="Bad">Bad records, which were left out.</param>
/// <param name="FirstBad">The first of them: <c>file:line: reason</c>.</param>
/// <param name="Untyped">Records left out because no class of theirs is known.</param>
/// <param name="Entities">Entities written.</param>
public sealed record ImportResult(long Records, long Bad, IReadOnlyList<string> FirstBad, long Untyped, long Entities);

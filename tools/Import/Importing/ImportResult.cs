namespace EntityRes.Import.Importing;

/// <summary>What came of an import.</summary>
/// <param name="Records">Records read.</param>
/// <param name="Bad">Bad records, which were left out.</param>
/// <param name="FirstBad">The first of them: <c>file:line: reason</c>.</param>
/// <param name="Untyped">Records left out because no class of theirs is known.</param>
/// <param name="Entities">Entities written.</param>
public sealed record ImportResult(long Records, long Bad, IReadOnlyList<string> FirstBad, long Untyped, long Entities);

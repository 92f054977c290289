namespace EntityRes.Import.Verification;

/// <summary>One comparison.</summary>
/// <param name="Kind">How it came out.</param>
/// <param name="Reference">What the catalogue was compared with.</param>
/// <param name="Subject">What was compared, stable over runs: <c>ru/president Putin 2012-05-07</c>.</param>
/// <param name="Message">One line for people, with the places in the catalogue's files.</param>
public sealed record Finding(FindingKind Kind, string Reference, string Subject, string Message);

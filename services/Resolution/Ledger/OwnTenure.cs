namespace EntityRes.Resolution.Ledger;

/// <summary>A tenure as its owner wrote it.</summary>
/// <param name="Office">Title or slug of the office: "President of Russia", <c>ru/president</c>.</param>
/// <param name="Holder">Canonical id of the holder.</param>
/// <param name="Start">First day, ISO 8601, possibly of reduced precision.</param>
/// <param name="End">The day it ended on, in the same form; empty while it lasts.</param>
public sealed record OwnTenure(string Office, string Holder, string Start, string End);

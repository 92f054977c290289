namespace EntityRes.Resolution.CanonicalIds;

/// <summary>One family to write, if nobody wrote it since it was read.</summary>
/// <param name="Family">The family.</param>
/// <param name="Expected">The record as it was read; null when there was none.</param>
/// <param name="Record">The record to write.</param>
/// <param name="MintedIds">The ids that it holds for the first time; announced to those who watch.</param>
public sealed record FamilyChange(string Family, string? Expected, string Record, IReadOnlyList<string> MintedIds);

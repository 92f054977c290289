using EntityRes.Resolution;
using EntityRes.Text;

namespace EntityRes.Import.Curated;

/// <summary>A time in which an office leads its polity, or stands vacant.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Office">Slug of the office.</param>
/// <param name="Start">First date; null = always before.</param>
/// <param name="End">Exclusive; null = until further notice.</param>
public sealed record CuratedPeriod(Place Place, string Office, PartialDate? Start, PartialDate? End);

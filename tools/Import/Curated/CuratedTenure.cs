using EntityRes.Resolution;
using EntityRes.Text;

namespace EntityRes.Import.Curated;

/// <summary>A row of a file of tenures.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Office">Slug of the office.</param>
/// <param name="Holder">Reference to the person.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended, exclusive; null while it lasts.</param>
/// <param name="IsActing">Whether in an acting capacity.</param>
public sealed record CuratedTenure(
    Place Place, string Office, string Holder, PartialDate Start, PartialDate? End, bool IsActing);

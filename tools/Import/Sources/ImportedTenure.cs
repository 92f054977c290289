using EntityRes.Resolution;
using EntityRes.Text;

namespace EntityRes.Import.Sources;

/// <summary>A tenure as a source states it.</summary>
/// <param name="Office">Slug of the office: of a Wikidata position its QID.</param>
/// <param name="Of">Id of the country or organisation where the office is one of many ("foreign minister" of …), else empty.</param>
/// <param name="Holder">Id of the person.</param>
/// <param name="Start">When it began; null = unknown.</param>
/// <param name="End">When it ended; null = not by the source's date, or unknown.</param>
/// <param name="IsActing">Whether in an acting capacity.</param>
public readonly record struct ImportedTenure(
    string Office, string Of, string Holder, PartialDate? Start, PartialDate? End, bool IsActing);

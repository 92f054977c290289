namespace EntityRes.Resolution.Catalogue;

/// <summary>One row of the catalogue.</summary>
/// <param name="Id">Canonical id: a QID, else a minted id.</param>
/// <param name="Type">What kind of thing it is.</param>
/// <param name="Kind">The finer kind: <c>country</c>, <c>ministry</c>, <c>politician</c>, …</param>
/// <param name="Name">The name that English-language news uses.</param>
/// <param name="Aliases">Other names, ordinal order.</param>
/// <param name="Of">Entities it belongs to (country, parent organisation), as indexes into the catalogue.</param>
/// <param name="Prior01">How much news names it, 0–1: the logarithm of its prior over that of the largest prior.</param>
/// <param name="Note">A few words for people, or empty.</param>
public sealed record CatalogueEntity(
    string Id,
    EntityType Type,
    string Kind,
    string Name,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<int> Of,
    float Prior01,
    string Note);

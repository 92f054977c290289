namespace EntityRes.Resolution.Ledger;

/// <summary>An entity as its owner wrote it: one of his own, or his notes on one of the catalogue.</summary>
/// <param name="Id">Canonical id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name, not empty.</param>
/// <param name="Description">A few words for people, or empty.</param>
/// <param name="Aliases">Other names, as given.</param>
/// <param name="ExternalIds">Ids elsewhere, <c>scheme:id</c>.</param>
public sealed record OwnEntity(
    string Id, EntityType Type, string Name, string Description, IReadOnlyList<string> Aliases, IReadOnlyList<string> ExternalIds);

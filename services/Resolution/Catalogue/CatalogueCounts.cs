namespace EntityRes.Resolution.Catalogue;

/// <summary>How much a catalogue holds.</summary>
/// <param name="Entities">Entities.</param>
/// <param name="Aliases">Names and aliases of all entities.</param>
/// <param name="Offices">Offices.</param>
/// <param name="Tenures">Tenures of all offices.</param>
public readonly record struct CatalogueCounts(long Entities, long Aliases, long Offices, long Tenures);

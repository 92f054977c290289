using EntityRes.Resolution;
using EntityRes.Resolution.Roles;
using EntityRes.Text;

namespace EntityRes.Import.Compilation;

/// <summary>All that a compiled catalogue is made of.</summary>
public sealed class CatalogueSource
{
    /// <summary>Name of the catalogue, at most 39 bytes of UTF-8.</summary>
    public required string Name { get; init; }

    /// <summary>Until when its facts are kept; null = not said.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Checksum of what it is made from; null = that of the compiled content.</summary>
    public ulong? Checksum { get; init; }

    /// <summary>The entities in the order of the file (by id key), each id once; enumerated twice.</summary>
    public required IEnumerable<SourceEntity> Entities { get; init; }

    /// <summary>Role → its nouns as alias keys, the role's own name first.</summary>
    public required IReadOnlyDictionary<string, string[]> Roles { get; init; }

    /// <summary>The offices, in any order.</summary>
    public IReadOnlyList<SourceOffice> Offices { get; init; } = [];

    /// <summary>The tenures, in any order.</summary>
    public IReadOnlyList<SourceTenure> Tenures { get; init; } = [];
}

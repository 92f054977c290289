using EntityRes.Resolution;
using EntityRes.Resolution.Roles;
using EntityRes.Text;

namespace EntityRes.Import.Compilation;

/// <summary>An entity on its way into a compiled catalogue.</summary>
public sealed class SourceEntity
{
    /// <summary>Its canonical id.</summary>
    public required string Id { get; init; }

    /// <summary>Its type.</summary>
    public required EntityType Type { get; init; }

    /// <summary>Its fine kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How much news names it, 0–1.</summary>
    public required float Prior01 { get; init; }

    /// <summary>Its other names.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>A few words for people.</summary>
    public string Note { get; init; } = "";

    /// <summary>Ids of what it belongs to; those that the catalogue does not have are left out.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>Its ids elsewhere, <c>scheme:id</c>, and QIDs that were merged into it.</summary>
    public IReadOnlyList<string> ExternalIds { get; init; } = [];

    /// <summary>Adjectives and nouns of origin.</summary>
    public IReadOnlyList<string> Demonyms { get; init; } = [];

    /// <summary>Names of places and buildings that stand for it.</summary>
    public IReadOnlyList<string> Metonyms { get; init; } = [];

    /// <summary>Id of its seat of government, or empty.</summary>
    public string Capital { get; init; } = "";
}

/// <summary>An office on its way into a compiled catalogue.</summary>
/// <param name="Slug">Its name, unique.</param>
/// <param name="Of">Id of its country or organisation.</param>
/// <param name="Role">Its controlled role.</param>
/// <param name="Title">Its title.</param>
/// <param name="Aliases">Its other titles.</param>
/// <param name="IsExclusive">Whether one person at a time holds it.</param>
/// <param name="Leading">When it leads its polity.</param>
public sealed record SourceOffice(
    string Slug, string Of, string Role, string Title, IReadOnlyList<string> Aliases, bool IsExclusive, IReadOnlyList<LeadingPeriod> Leading);

/// <summary>A tenure on its way into a compiled catalogue.</summary>
/// <param name="Office">Slug of the office.</param>
/// <param name="Holder">Id of the person.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended, exclusive; null while it lasts.</param>
/// <param name="IsActing">Whether in an acting capacity.</param>
public readonly record struct SourceTenure(string Office, string Holder, PartialDate Start, PartialDate? End, bool IsActing);

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

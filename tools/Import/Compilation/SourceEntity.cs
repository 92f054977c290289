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

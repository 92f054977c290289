using EntityRes.Resolution;
using EntityRes.Text;

namespace EntityRes.Import.Sources;

/// <summary>What one record of a source says about one entity; several records may say things about one.</summary>
public sealed class ImportedRecord
{
    /// <summary>Canonical id: a QID, else a minted id.</summary>
    public string Id { get; set; } = "";

    /// <summary>Fine kind, or empty when the classes have to tell.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Type of the kind; meaningless without one.</summary>
    public EntityType Type { get; set; }

    /// <summary>Numbers of the Wikidata classes it is an instance of.</summary>
    public List<ulong> Classes { get; set; } = [];

    /// <summary>Numbers of the Wikidata classes it is a subclass of.</summary>
    public List<ulong> ParentClasses { get; set; } = [];

    /// <summary>Its name, or empty when the record only adds to another.</summary>
    public string Name { get; set; } = "";

    /// <summary>Other names.</summary>
    public List<string> Aliases { get; set; } = [];

    /// <summary>A few words for people.</summary>
    public string Note { get; set; } = "";

    /// <summary>Ids of what it belongs to.</summary>
    public List<string> Of { get; set; } = [];

    /// <summary>Ids elsewhere, <c>scheme:id</c>, and QIDs that redirect here. Records that share one are one entity.</summary>
    public List<string> ExternalIds { get; set; } = [];

    /// <summary>Adjectives and nouns of origin.</summary>
    public List<string> Demonyms { get; set; } = [];

    /// <summary>Names of places and buildings that stand for it.</summary>
    public List<string> Metonyms { get; set; } = [];

    /// <summary>Id of its seat of government, or empty.</summary>
    public string Capital { get; set; } = "";

    /// <summary>How much news names it, 0–1; negative when the source does not tell.</summary>
    public float Prior01 { get; set; } = -1;

    /// <summary>If it is an office: its controlled role, or empty when its title has to tell.</summary>
    public string Role { get; set; } = "";

    /// <summary>What was held by whom; either side may be this record.</summary>
    public List<ImportedTenure> Tenures { get; set; } = [];

    /// <summary>If it is an office of the source: its slug; else empty.</summary>
    public string OfficeSlug { get; set; } = "";

    /// <summary>Empties the record for the next one.</summary>
    public void Clear()
    {
        Id = Kind = Name = Note = Capital = Role = OfficeSlug = "";
        Prior01 = -1;
        Classes.Clear();
        ParentClasses.Clear();
        Aliases.Clear();
        Of.Clear();
        ExternalIds.Clear();
        Demonyms.Clear();
        Metonyms.Clear();
        Tenures.Clear();
    }
}

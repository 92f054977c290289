using EntityRes.Text;

namespace EntityRes.Import.Curated;

/// <summary>The text files of a catalogue, read and checked; their format is documented in <c>seeds/catalogue/README.md</c>.</summary>
public sealed class CuratedCatalogue
{
    /// <summary>Its name, part of its version.</summary>
    public string Name { get; set; } = "curated";

    /// <summary>The day until which its facts are kept.</summary>
    public PartialDate Date { get; set; } = new(2026, 6, 30);

    /// <summary>Hash of all files.</summary>
    public ulong Checksum { get; set; }

    /// <summary>Entities by reference, and their rows in file order.</summary>
    public Dictionary<string, CuratedEntity> ByReference { get; } = new(StringComparer.Ordinal);

    /// <summary>All entities in file order.</summary>
    public List<CuratedEntity> Entities { get; } = [];

    /// <summary>Default prior and type of each kind.</summary>
    public Dictionary<string, (Resolution.EntityType Type, int Prior)> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>The nouns of each role, the role's own name first.</summary>
    public SortedDictionary<string, string[]> Roles { get; } = new(StringComparer.Ordinal);

    /// <summary>All offices in file order.</summary>
    public List<CuratedOffice> Offices { get; } = [];

    /// <summary>All tenures in file order.</summary>
    public List<CuratedTenure> Tenures { get; } = [];

    /// <summary>When an office leads its polity.</summary>
    public List<CuratedPeriod> Leaders { get; } = [];

    /// <summary>When an office was known to be vacant.</summary>
    public List<CuratedPeriod> Vacancies { get; } = [];

    /// <summary>Country → seat of government, the first row of a country first.</summary>
    public List<CuratedLink> Capitals { get; } = [];

    /// <summary>Adjective or noun of origin → place.</summary>
    public List<CuratedLink> Demonyms { get; } = [];

    /// <summary>Name → what it stands for.</summary>
    public List<CuratedLink> Metonyms { get; } = [];

    /// <summary>ISO 3166 codes: country → two letters, then country → three letters.</summary>
    public List<(string Country, string Iso2, string Iso3)> Codes { get; } = [];

    /// <summary>What is wrong with the files: <c>file:line: reason</c>.</summary>
    public List<string> Problems { get; } = [];
}

using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.Roles;
using EntityRes.Text;

namespace EntityRes.Resolution.Catalogue;

/// <summary>The knowledge base: who is who, and who held which office when. Immutable and thread-safe.</summary>
/// <remarks>
/// A view of a compiled file in memory: opening it costs the same at any size, lookups allocate nothing. Spans and entities that
/// it returned are valid until it is disposed.
/// </remarks>
public sealed class EntityCatalogue : IDisposable
{
    private readonly CatalogueFile _file;
    private readonly AliasIndex _externalIds;
    private readonly MappedSection _capitals; // IndexPair[capitals]: country, city

    internal EntityCatalogue(CatalogueFile file)
    {
        _file = file;
        Version = $"{Name}-{_file.Header.SourceChecksum:x16}";
        Entities = new EntityTable(file);
        Names = new AliasIndex(file[Section.NameSlots], file[Section.NameLists]);
        Transliterations = new AliasIndex(file[Section.TransliterationSlots], file[Section.TransliterationLists]);
        Demonyms = new AliasIndex(file[Section.DemonymSlots], file[Section.DemonymLists]);
        Metonyms = new AliasIndex(file[Section.MetonymSlots], file[Section.MetonymLists]);
        _externalIds = new AliasIndex(file[Section.ExternalIdSlots], file[Section.ExternalIdLists]);
        Spellings = new SpellingIndex(file, Names);
        Offices = new OfficeIndex(file);
        _capitals = file[Section.Capitals];
    }

    private EntityCatalogue(EntityCatalogue compiled, CatalogueAdditions additions)
    {
        _file = compiled._file;
        Version = compiled.Version;
        Entities = compiled.Entities.With(additions);
        Names = compiled.Names.With(additions.Names);
        Transliterations = compiled.Transliterations.With(additions.Transliterations);
        (Demonyms, Metonyms, Spellings) = (compiled.Demonyms, compiled.Metonyms, compiled.Spellings);
        (_externalIds, _capitals) = (compiled._externalIds, compiled._capitals);
        Offices = compiled.Offices.With(additions.Offices);
    }

    /// <summary>What was found when names were compared with those of the entities.</summary>
    internal KeptComparisons Comparisons { get; } = new();

    /// <summary>What the catalogue is called: <c>curated</c>, or the name given when it was imported.</summary>
    public string Name => _file.Name;

    /// <summary>Name and checksum of the content: equal versions give equal answers.</summary>
    public string Version { get; }

    /// <summary>Until when its facts are kept; null when its makers did not say.</summary>
    public PartialDate? Date => CatalogueFormat.Unpack(_file.Header.Date);

    /// <summary>How much it holds.</summary>
    public CatalogueCounts Counts => new(
        _file.Header.EntityCount, _file.Header.AliasCount, _file.Header.OfficeCount, _file.Header.TenureCount);

    /// <summary>All entities; an entity's index is its number in every other structure.</summary>
    public EntityTable Entities { get; }

    /// <summary>Alias key → entities.</summary>
    public AliasIndex Names { get; }

    /// <summary>Transliteration-neutral key → entities.</summary>
    public AliasIndex Transliterations { get; }

    /// <summary>Alias key of an adjective or noun of origin ("russian", "russians") → places.</summary>
    public AliasIndex Demonyms { get; }

    /// <summary>Alias key of a place or building that stands for who sits there ("downing street") → whom it stands for.</summary>
    public AliasIndex Metonyms { get; }

    /// <summary>Alias keys with typing errors → alias keys.</summary>
    public SpellingIndex Spellings { get; }

    /// <summary>Who held which office when.</summary>
    public OfficeIndex Offices { get; }

    /// <summary>Maps a compiled catalogue.</summary>
    /// <param name="path">The file; it must not change while it is open.</param>
    /// <exception cref="InvalidDataException">It is no catalogue of this format, or damaged; names the file and the versions.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static EntityCatalogue Open(string path) => new(CatalogueFile.Open(path));

    /// <summary>Reads a compiled catalogue from memory.</summary>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="content">The file's bytes; copied.</param>
    /// <exception cref="InvalidDataException">As for <see cref="Open(string)"/>.</exception>
    public static EntityCatalogue Open(string source, ReadOnlySpan<byte> content) => new(CatalogueFile.Open(source, content));

    /// <summary>The same catalogue with additions: a view that is valid until this one is disposed, and is not disposed itself.</summary>
    public EntityCatalogue With(CatalogueAdditions additions) => new(this, additions);

    /// <summary>Finds an entity by its canonical id, by an id that was merged into it, or by an external id (<c>ror:0006s4z66</c>).</summary>
    /// <returns>False when the catalogue has no such id.</returns>
    public bool TryFind(string id, out int entity)
    {
        if (Entities.TryFind(id, out entity))
            return true;
        var found = _externalIds.Find(id);
        entity = found.Length > 0 ? found[0] : -1;
        return found.Length > 0;
    }

    /// <summary>Whether anything bears a name or origin with a key.</summary>
    internal bool IsNamed(string key) =>
        Names.Find(key).Length > 0 || Demonyms.Find(key).Length > 0 || Metonyms.Find(key).Length > 0;

    /// <summary>Finds a country's seat of government.</summary>
    /// <returns>False when it has none or none is known.</returns>
    public bool TryFindCapital(int country, out int city)
    {
        city = -1;
        if (PairIndex.FindFirst(_capitals, country, out var first) == 0)
            return false;
        city = (int)_capitals.Record<IndexPair>(first).To;
        return true;
    }

    /// <summary>Reads every byte and compares the checksum. Some tenths of a second a gigabyte.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public void CheckPayload() => _file.CheckPayload();

    /// <summary>Name and length in bytes of each part of the file, in file order.</summary>
    public IEnumerable<(string Part, long Bytes)> Parts =>
        Enumerable.Range(0, (int)Section.Count).Select(i => (((Section)i).ToString(), _file[(Section)i].Length));

    /// <summary>Unmaps the file.</summary>
    public void Dispose() => _file.Dispose();
}

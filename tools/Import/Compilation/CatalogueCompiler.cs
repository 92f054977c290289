using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Import.Compilation;

/// <summary>Source records → a compiled catalogue. The same records give the same bytes.</summary>
/// <remarks>
/// Single-use. Two passes over the entities. Memory: 8 bytes an entity, some 20 a distinct word, one a name, 32 a tenure, and the
/// sort buffers; everything else goes through temporary files.
/// </remarks>
public sealed class CatalogueCompiler : IDisposable
{
    private const int SortBufferLength = 1 << 23; // records of 12 bytes, in each of four sorters
    private const float LargestPrior = ushort.MaxValue;
    private const int LongestName = 250;          // UTF-16 code units

    private readonly CatalogueSource _source;
    private readonly string? _temporaryFolder;
    private readonly IdTable _ids = new();
    private readonly List<(string Country, string City)> _capitals = [];
    private readonly List<string> _kinds = [];
    private readonly Dictionary<string, ushort> _kindNumbers = new(StringComparer.Ordinal);
    private readonly ExternalSorter<HashedEntry> _names;
    private readonly ExternalSorter<HashedEntry> _transliterations;
    private readonly ExternalSorter<HashedEntry> _demonyms;
    private readonly ExternalSorter<HashedEntry> _metonyms;
    private readonly ExternalSorter<HashedEntry> _externalIds;
    private long _aliasCount;

    private CatalogueCompiler(CatalogueSource source, string? temporaryFolder)
    {
        _source = source;
        _temporaryFolder = temporaryFolder;
        _names = NewSorter();
        _transliterations = NewSorter();
        _demonyms = NewSorter();
        _metonyms = NewSorter();
        _externalIds = NewSorter();
    }

    /// <summary>Compiles.</summary>
    /// <param name="source">The records.</param>
    /// <param name="output">Receives the file; readable, writable, seekable and empty.</param>
    /// <param name="temporaryFolder">Where to keep what does not fit in memory; null = all of it fits.</param>
    /// <param name="progress">Told the number of entities written, now and then.</param>
    public static void Compile(CatalogueSource source, Stream output, string? temporaryFolder, Action<long>? progress = null)
    {
        using var compiler = new CatalogueCompiler(source, temporaryFolder);
        compiler.Run(output, progress ?? (_ => { }));
    }

    /// <summary>Compiles what fits in memory, and opens it.</summary>
    /// <param name="source">The records.</param>
    public static EntityCatalogue Open(CatalogueSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var compiled = new MemoryStream();
        Compile(source, compiled, temporaryFolder: null);
        return EntityCatalogue.Open(source.Name, compiled.GetBuffer().AsSpan(0, (int)compiled.Length));
    }

    /// <summary>Removes the temporary files.</summary>
    public void Dispose()
    {
        foreach (var sorter in new[] { _names, _transliterations, _demonyms, _metonyms, _externalIds })
            sorter.Dispose();
    }

    private void Run(Stream output, Action<long> progress)
    {
        foreach (var entity in _source.Entities)
            Register(entity);
        var cities = _capitals.Select(pair => pair.City).ToHashSet(StringComparer.Ordinal);
        using var blocks = TemporaryFiles.CreateStream(_temporaryFolder);
        using var records = TemporaryFiles.CreateStream(_temporaryFolder);
        using var spelling = new SpellingWriter(_temporaryFolder, SortBufferLength, _aliasCount);
        var (blockWriter, recordWriter) = (new SectionWriter(blocks), new SectionWriter(records));
        var index = 0u;
        foreach (var entity in _source.Entities)
        {
            recordWriter.Record(new EntityRecord
            {
                IdKey = CatalogueFormat.IdKey(entity.Id),
                Block = (ulong)blockWriter.Length,
                Prior = (ushort)MathF.Round(Math.Clamp(entity.Prior01, 0f, 1f) * LargestPrior),
                Kind = _kindNumbers[entity.Kind],
                Type = (byte)entity.Type,
                IsCapital = cities.Contains(entity.Id) ? (byte)1 : (byte)0,
            });
            WriteBlock(blockWriter, entity);
            AddKeys(entity, index++, spelling);
            if (index % 4096 == 0)
                progress(index);
        }

        blockWriter.Flush();
        recordWriter.Flush();
        var file = new CatalogueFileWriter(output);
        file.Write(Section.Kinds, writer => writer.Texts(_kinds));
        file.Write(Section.Roles, WriteRoles);
        file.Write(Section.Entities, records);
        file.Write(Section.Blocks, blocks);
        AliasIndexWriter.Write(file, Section.NameSlots, Section.NameLists, _names);
        AliasIndexWriter.Write(file, Section.TransliterationSlots, Section.TransliterationLists, _transliterations);
        AliasIndexWriter.Write(file, Section.DemonymSlots, Section.DemonymLists, _demonyms);
        AliasIndexWriter.Write(file, Section.MetonymSlots, Section.MetonymLists, _metonyms);
        AliasIndexWriter.Write(file, Section.ExternalIdSlots, Section.ExternalIdLists, _externalIds);
        spelling.Write(file);
        var offices = new OfficeWriter(_source, _ids);
        offices.Write(file);
        file.Write(Section.Capitals, WriteCapitals);
        file.Finish(
            new CatalogueHeader
            {
                Date = CatalogueFormat.Pack(_source.Date),
                EntityCount = (uint)_ids.Count,
                AliasCount = (uint)_aliasCount,
                OfficeCount = (uint)offices.OfficeCount,
                TenureCount = (uint)offices.TenureCount,
                WordCount = spelling.WordCount,
            },
            _source.Name, _source.Checksum);
    }

    private void Register(SourceEntity entity)
    {
        _ids.Add(entity.Id);
        foreach (var code in entity.ExternalIds.Where(id => id.StartsWith("iso2:", StringComparison.Ordinal)))
            _ids.AddAlias(code);
        _aliasCount += 1 + Aliases(entity).Count();
        if (entity.Capital.Length > 0)
            _capitals.Add((entity.Id, entity.Capital));
        if (!_kindNumbers.ContainsKey(entity.Kind))
        {
            _kindNumbers.Add(entity.Kind, checked((ushort)_kinds.Count));
            _kinds.Add(entity.Kind);
        }
    }

    private void WriteBlock(SectionWriter writer, SourceEntity entity)
    {
        if ((CatalogueFormat.IdKey(entity.Id) & CatalogueFormat.HashedId) != 0)
            writer.Text(entity.Id);
        var of = new List<int>();
        foreach (var id in entity.Of)
        {
            if (_ids.TryFind(id, out var index) && !of.Contains(index))
                of.Add(index);
        }

        writer.Number((ulong)of.Count);
        foreach (var index in of)
            writer.Number((ulong)index);
        writer.Text(entity.Name);
        writer.Text(entity.Note);
        writer.Texts([.. Aliases(entity)]);
        writer.Texts([.. entity.ExternalIds.Order(StringComparer.Ordinal)]);
    }

    private void AddKeys(SourceEntity entity, uint index, SpellingWriter spelling)
    {
        foreach (var name in Aliases(entity).Prepend(entity.Name))
        {
            var key = AliasKey.Of(name);
            if (key.Length == 0)
                continue;
            _names.Add(new HashedEntry(StableHash.Of(key), index));
            _transliterations.Add(new HashedEntry(StableHash.Of(TransliterationKey.Of(key)), index));
            spelling.Add(key);
        }

        foreach (var demonym in entity.Demonyms)
            _demonyms.Add(new HashedEntry(StableHash.Of(AliasKey.Of(demonym)), index));
        foreach (var metonym in entity.Metonyms)
            _metonyms.Add(new HashedEntry(StableHash.Of(AliasKey.Of(metonym)), index));
        foreach (var id in entity.ExternalIds)
            _externalIds.Add(new HashedEntry(StableHash.Of(id), index));
    }

    private static IEnumerable<string> Aliases(SourceEntity entity) => entity.Aliases
        .Where(alias => alias.Length is > 0 and <= LongestName && alias != entity.Name)
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private void WriteRoles(SectionWriter writer)
    {
        var roles = _source.Roles.OrderBy(role => role.Key, StringComparer.Ordinal).ToList();
        writer.Texts([.. roles.Select(role => role.Key)]);
        foreach (var (_, nouns) in roles)
            writer.Texts(nouns);
    }

    private void WriteCapitals(SectionWriter writer)
    {
        var pairs = new List<(int Country, int City)>();
        foreach (var (country, city) in _capitals)
        {
            if (_ids.TryFind(country, out var from) && _ids.TryFind(city, out var to))
                pairs.Add((from, to));
        }

        foreach (var (country, city) in pairs.Order())
            writer.Record(new IndexPair { From = (uint)country, To = (uint)city });
    }

    private ExternalSorter<HashedEntry> NewSorter() => new(_temporaryFolder, SortBufferLength);
}

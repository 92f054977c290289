using EntityRes.Import.Compilation;
using EntityRes.Import.Curated;
using EntityRes.Import.Sources;
using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Import.Importing;

/// <summary>Files of several sources → one compiled catalogue. Single-use.</summary>
/// <remarks>
/// Three stages: reading (files → sorted runs), joining (records that share an external id), compiling (runs merged by id). Memory
/// does not grow with the input but for 8 bytes an entity, some 20 a distinct word, and the offices and tenures.
/// </remarks>
public sealed class CatalogueImport : IDisposable
{
    private const int DefaultRunBytes = 64 << 20;

    private readonly IReadOnlyList<ImportInput> _inputs;
    private readonly string _output;
    private readonly string _folder;
    private readonly RunFiles _runs;
    private readonly Action<ImportProgress> _report;
    private readonly ClassGraph _classes = new();
    private readonly OfficeCollector _offices;
    private readonly Dictionary<string, string[]> _roles;
    private long _entities;
    private long _untyped;
    private long _records;
    private long _bad;

    private CatalogueImport(IReadOnlyList<ImportInput> inputs, string output, int runBytes, Action<ImportProgress> report)
    {
        _inputs = inputs;
        _output = output;
        _folder = output + ".import";
        _report = report;
        _runs = new RunFiles(_folder, runBytes);
        _roles = KindTable.Rows("catalogue/roles.tsv").ToDictionary(
            cells => cells[0], cells => cells[1].Split('|').Select(noun => AliasKey.Of(noun)).ToArray(), StringComparer.Ordinal);
        _offices = new OfficeCollector(_roles);
        foreach (var folder in inputs.Where(input => input.Format == "curated"))
        {
            foreach (var office in CuratedSource.Of(CuratedReader.ReadFolder(folder.Path)).Offices)
                _offices.Leading.TryAdd(office.Slug, office.Leading);
        }
    }

    /// <summary>Imports; goes on where an attempt with the same inputs and output was stopped.</summary>
    /// <param name="name">Name of the catalogue.</param>
    /// <param name="date">Until when its facts are kept; null = not said.</param>
    /// <param name="inputs">The files, the strongest source first.</param>
    /// <param name="output">The file to write; beside it a folder keeps the state while the import runs.</param>
    /// <param name="report">Told how far it has come.</param>
    /// <param name="cancellationToken">Stops it; it can go on later.</param>
    /// <param name="runBytes">How much is sorted at a time, and lost when it is stopped.</param>
    public static ImportResult Run(
        string name, PartialDate? date, IReadOnlyList<ImportInput> inputs, string output, Action<ImportProgress> report,
        CancellationToken cancellationToken, int runBytes = DefaultRunBytes)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        using var import = new CatalogueImport(inputs, output, runBytes, report);
        return import.Run(name, date, cancellationToken);
    }

    /// <summary>Frees the buffers.</summary>
    public void Dispose() => _runs.Dispose();

    private ImportResult Run(string name, PartialDate? date, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        var reading = new ImportReading(_folder, _inputs, _runs, _report);
        reading.Run(cancellationToken);
        (_records, _bad) = (reading.Records, reading.Bad);
        using var shared = Join(cancellationToken);
        var isFirst = true;
        using (var file = new FileStream(_output + ".new", FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 20))
        {
            CatalogueCompiler.Compile(
                new CatalogueSource
                {
                    Name = name,
                    Date = date,
                    Entities = new Reenumerable(() =>
                    {
                        var collects = isFirst;
                        isFirst = false;
                        return Entities(shared, collects, cancellationToken);
                    }),
                    Roles = _roles,
                    Offices = _offices.Offices, // filled when the entities have been enumerated once
                    Tenures = _offices.Tenures,
                },
                file, _folder, written => _report(new ImportProgress("compiling", written, _entities, _records, _bad)));
        }

        File.Move(_output + ".new", _output, overwrite: true);
        var result = new ImportResult(_records, _bad, reading.FirstBad, _untyped, _entities);
        if (_bad > 0)
            File.Move(reading.BadPath, _output + ".bad.txt", overwrite: true);
        Directory.Delete(_folder, recursive: true);
        return result;
    }

    // One more sweep over all records: the class graph, and which ids are one.
    private SharedIds Join(CancellationToken cancellationToken)
    {
        var shared = new SharedIds(_folder);
        var done = 0L;
        foreach (var (key, _, record) in _runs.ReadAll())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var parent in record.ParentClasses)
                _classes.Add(CatalogueFormat.IdKey(record.Id), parent);
            foreach (var external in record.ExternalIds)
                shared.Add(external, key);
            if (++done % 4096 == 0)
                _report(new ImportProgress("joining", done, _records, _records, _bad));
        }

        shared.Join();
        if (shared.Count > 0)
            MoveReplaced(shared);
        return shared;
    }

    // Records whose id gives way to another's go into one more run under the new id; the merge passes over the old ones.
    private void MoveReplaced(SharedIds shared)
    {
        foreach (var (key, _, record) in _runs.ReadAll())
            shared.Remember(key, record.Id);
        foreach (var (key, rank, record) in _runs.ReadAll().Where(entry => shared.IsReplaced(entry.Key)))
        {
            if (!shared.TryFind(key, out var id))
                continue;
            record.Tenures = [.. record.Tenures.Select(tenure => tenure.Holder == record.Id ? tenure with { Holder = id } : tenure)];
            record.Id = id;
            _runs.Add(record, rank);
            if (_runs.IsFull)
                _runs.Flush();
        }

        _runs.Flush(); // not in the checkpoint: made again when the import goes on
    }

    private IEnumerable<SourceEntity> Entities(SharedIds shared, bool collects, CancellationToken cancellationToken)
    {
        var merger = new RecordMerger(_classes);
        foreach (var (records, rank) in Groups(shared))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (kind, type) = merger.KindOf(records);
            if (collects)
                Collect(records, rank, kind);
            if (kind is "" or KindTable.Nothing or KindTable.Office)
                continue;
            yield return merger.Merge(records, kind, type);
        }

        if (collects)
            _offices.Build();
    }

    private void Collect(List<ImportedRecord> records, int rank, string kind)
    {
        _entities += kind is "" or KindTable.Nothing or KindTable.Office ? 0 : 1;
        _untyped += kind.Length == 0 ? 1 : 0;
        if (kind == KindTable.Office)
            _offices.AddOffice(records.Find(record => record.Name.Length > 0)!, rank);
        foreach (var record in records)
            _offices.AddTenures(record, rank);
        if (_entities % 4096 == 0)
            _report(new ImportProgress("counting", _entities, _records, _records, _bad));
    }

    private IEnumerable<(List<ImportedRecord> Records, int Rank)> Groups(SharedIds shared)
    {
        var group = new List<ImportedRecord>();
        var (groupKey, groupRank) = (0UL, 0);
        foreach (var (key, rank, record) in _runs.ReadMerged())
        {
            if (shared.IsReplaced(key))
                continue;
            if (group.Count > 0 && key != groupKey)
            {
                yield return (group, groupRank);
                group.Clear();
            }

            if (group.Count == 0)
                (groupKey, groupRank) = (key, rank);
            group.Add(record);
        }

        if (group.Count > 0)
            yield return (group, groupRank);
    }

    private sealed class Reenumerable(Func<IEnumerable<SourceEntity>> start) : IEnumerable<SourceEntity>
    {
        public IEnumerator<SourceEntity> GetEnumerator() => start().GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

using System.Text;
using System.Text.Json;
using EntityRes.Import.Curated;
using EntityRes.Import.Sources;

namespace EntityRes.Import.Importing;

/// <summary>The first stage: files → runs of sorted records, with a checkpoint after each run.</summary>
internal sealed class ImportReading(string folder, IReadOnlyList<ImportInput> inputs, RunFiles runs, Action<ImportProgress> report)
{
    private const int ReportEvery = 2000;  // records
    private const int MostShown = 20;      // bad records
    private const int EmptyLine = 2;       // bytes: a bracket and a comma are no record
    private const string BadName = "bad.txt";

    private readonly string[] _identities = [.. inputs.Select(input => input.Identity)];
    private readonly ImportedRecord _record = new();
    private long _badBytes;

    /// <summary>Records read, of this and of earlier attempts.</summary>
    internal long Records { get; private set; }

    /// <summary>Bad records among them.</summary>
    internal long Bad { get; private set; }

    /// <summary>The list of bad records.</summary>
    internal string BadPath => Path.Combine(folder, BadName);

    /// <summary>The first bad records.</summary>
    internal IReadOnlyList<string> FirstBad => File.Exists(BadPath) ? [.. File.ReadLines(BadPath).Take(MostShown)] : [];

    /// <summary>Reads what earlier attempts have not.</summary>
    /// <param name="cancellationToken">Stops between two records; what is in complete runs is kept.</param>
    internal void Run(CancellationToken cancellationToken)
    {
        var from = Checkpoint.Read(folder, _identities) ?? new Checkpoint(_identities, 0, 0, 0, 0, 0, 0, 0);
        (runs.Count, Records, Bad, _badBytes) = (from.Runs, from.Records, from.Bad, from.BadBytes);
        using var bad = new FileStream(BadPath, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        bad.SetLength(_badBytes);
        bad.Seek(0, SeekOrigin.End);
        for (var i = from.Input; i < inputs.Count; i++)
        {
            var (position, lines) = i == from.Input ? (from.Position, from.Lines) : (0, 0);
            if (inputs[i].Format == "curated")
                AddCurated(inputs[i], i);
            else
                ReadFile(i, position, lines, bad, cancellationToken);
            Save(bad, i + 1, 0, 0);
        }
    }

    private void AddCurated(ImportInput input, int rank)
    {
        foreach (var record in CuratedRecords.Of(CuratedSource.Of(CuratedReader.ReadFolder(input.Path))))
        {
            runs.Add(record, rank);
            Records++;
        }
    }

    private void ReadFile(int number, long position, long lines, FileStream bad, CancellationToken cancellationToken)
    {
        var reader = NewReader(inputs[number].Format);
        using var input = new InputStream(inputs[number].Path, reader.IsArray);
        input.Skip(position, lines);
        var total = new FileInfo(inputs[number].Path).Length;
        var name = Path.GetFileName(inputs[number].Path);
        while (input.TryRead(out var json))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _record.Clear();
            if (TryRead(reader, json, name, input.Line, bad))
                runs.Add(_record, number);
            Records += json.Length > EmptyLine ? 1 : 0;
            if (Records % ReportEvery == 0)
                report(new ImportProgress($"reading {name}", input.PackedPosition, total, Records, Bad));
            if (runs.IsFull)
                Save(bad, number, input.Position, input.LinesBefore);
        }

        report(new ImportProgress($"reading {name}", total, total, Records, Bad));
    }

    private bool TryRead(ISourceReader reader, ReadOnlyMemory<byte> json, string name, long line, FileStream bad)
    {
        try
        {
            return reader.TryRead(json, _record);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            Bad++;
            bad.Write(Encoding.UTF8.GetBytes($"{name}:{line}: {wrong.Message.ReplaceLineEndings(" ")}\n"));
            return false;
        }
    }

    private void Save(FileStream bad, int input, long position, long lines)
    {
        runs.Flush();
        bad.Flush(flushToDisk: true);
        new Checkpoint(_identities, input, position, lines, runs.Count, Records, Bad, bad.Position).Write(folder);
    }

    private static ISourceReader NewReader(string format) => format switch
    {
        "wikidata" => new WikidataReader(),
        "ror" => new RorReader(),
        "ftm" => new FollowTheMoneyReader(),
        "jsonl" => new JsonLinesReader(),
        _ => throw new ArgumentException($"format '{format}' is unknown", nameof(format)),
    };
}

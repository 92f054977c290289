using EntityRes.Import.Curated;
using EntityRes.Resolution;

namespace EntityRes.Import.Sources;

/// <summary>A source's own classes → kinds, from a table beside the code: <c>class kind type</c>.</summary>
internal sealed class KindTable
{
    /// <summary>Kind of what is left out: lists, disambiguation pages.</summary>
    internal const string Nothing = "-";

    /// <summary>Kind of what is an office rather than an entity.</summary>
    internal const string Office = "office";

    private readonly Dictionary<string, (string Kind, EntityType Type)> _kinds = new(StringComparer.Ordinal);

    internal KindTable(string resource)
    {
        foreach (var cells in Rows($"sources/{resource}"))
            _kinds.Add(cells[0], (cells[1], Enum.TryParse<EntityType>(cells[2], ignoreCase: true, out var type) ? type : EntityType.Other));
    }

    /// <summary>Finds the kind of a class.</summary>
    internal bool TryFind(string name, out (string Kind, EntityType Type) kind) => _kinds.TryGetValue(name, out kind);

    /// <summary>Priors of kinds that the source gives none for: those of <c>kinds.tsv</c>, as 0–1.</summary>
    internal static Dictionary<string, float> DefaultPriors() => Rows("catalogue/kinds.tsv").ToDictionary(
        cells => cells[0], cells => CuratedSource.Prior01(int.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture)), StringComparer.Ordinal);

    /// <summary>Rows of a table among the resources, without its header.</summary>
    internal static IEnumerable<string[]> Rows(string resource)
    {
        using var reader = new StreamReader(typeof(KindTable).Assembly.GetManifestResourceStream(resource)!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split('\t'))];
    }
}

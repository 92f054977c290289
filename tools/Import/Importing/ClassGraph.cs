using System.Globalization;
using EntityRes.Import.Sources;
using EntityRes.Resolution;

namespace EntityRes.Import.Importing;

/// <summary>Wikidata's subclass relation → kinds: that of the nearest ancestor in <c>wikidata-classes.tsv</c>.</summary>
internal sealed class ClassGraph
{
    private const int LongestChain = 12;

    private readonly KindTable _kinds = new("wikidata-classes.tsv");
    private readonly List<(ulong Class, ulong Parent)> _edges = [];
    private readonly Dictionary<ulong, (string Kind, EntityType Type)> _known = [];
    private bool _isSorted;

    /// <summary>Adds that a class is a subclass of another.</summary>
    internal void Add(ulong subclass, ulong parent) => _edges.Add((subclass, parent));

    /// <summary>Finds the kind of an instance of classes; the first class that leads anywhere decides.</summary>
    /// <returns>An empty kind when none does.</returns>
    internal (string Kind, EntityType Type) Find(IEnumerable<ulong> classes)
    {
        foreach (var instanceOf in classes)
        {
            if (!_known.TryGetValue(instanceOf, out var kind))
                _known.Add(instanceOf, kind = Search(instanceOf));
            if (kind.Kind.Length > 0)
                return kind;
        }

        return ("", EntityType.Other);
    }

    private (string Kind, EntityType Type) Search(ulong instanceOf)
    {
        if (!_isSorted)
            _edges.Sort();
        _isSorted = true;
        var seen = new HashSet<ulong> { instanceOf };
        var level = new List<ulong> { instanceOf };
        for (var depth = 0; depth < LongestChain && level.Count > 0; depth++)
        {
            foreach (var candidate in level)
            {
                if (_kinds.TryFind("Q" + candidate.ToString(CultureInfo.InvariantCulture), out var kind))
                    return kind;
            }

            level = [.. level.SelectMany(Parents).Where(seen.Add)];
        }

        return ("", EntityType.Other);
    }

    private IEnumerable<ulong> Parents(ulong subclass)
    {
        var i = _edges.BinarySearch((subclass, 0));
        for (i = i < 0 ? ~i : i; i < _edges.Count && _edges[i].Class == subclass; i++)
            yield return _edges[i].Parent;
    }
}

using System.Globalization;
using EntityRes.Import.Compilation;
using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Import.Importing;

/// <summary>Records that share an external id → one id: that of the Wikidata item, else the first in order.</summary>
internal sealed class SharedIds : IDisposable
{
    private const int SortBufferLength = 1 << 22;

    private readonly ExternalSorter<SharedEntry> _entries;
    private readonly Dictionary<ulong, ulong> _targets = [];
    private readonly Dictionary<ulong, string> _ids = [];
    private readonly HashSet<ulong> _isTarget = [];

    internal SharedIds(string temporaryFolder) => _entries = new ExternalSorter<SharedEntry>(temporaryFolder, SortBufferLength);

    /// <summary>Id keys that another one replaces.</summary>
    internal int Count => _targets.Count;

    /// <summary>Adds that a record with an id key has an external id.</summary>
    internal void Add(string externalId, ulong key) => _entries.Add(new SharedEntry(StableHash.Of(externalId), key));

    /// <summary>Decides, when all were added.</summary>
    internal void Join()
    {
        SharedEntry? first = null;
        foreach (var entry in _entries.Sorted())
        {
            // Items sort before minted ids; two items stay two.
            if (first is { } target && target.Hash == entry.Hash)
            {
                if ((entry.Key & CatalogueFormat.HashedId) != 0 && _targets.TryAdd(entry.Key, target.Key))
                    _isTarget.Add(target.Key);
            }
            else
            {
                first = entry;
            }
        }
    }

    /// <summary>Remembers the id of a minted key if it replaces another.</summary>
    internal void Remember(ulong key, string id)
    {
        if ((key & CatalogueFormat.HashedId) != 0 && _isTarget.Contains(key))
            _ids.TryAdd(key, id);
    }

    /// <summary>Whether a key is replaced.</summary>
    internal bool IsReplaced(ulong key) => _targets.ContainsKey(key);

    /// <summary>Finds the id that replaces a key.</summary>
    internal bool TryFind(ulong key, out string id)
    {
        id = "";
        if (!_targets.TryGetValue(key, out var target))
            return false;
        for (var steps = 0; _targets.TryGetValue(target, out var further) && steps < 8; steps++)
            target = further;
        id = (target & CatalogueFormat.HashedId) == 0 ? "Q" + target.ToString(CultureInfo.InvariantCulture) : _ids.GetValueOrDefault(target, "");
        return id.Length > 0;
    }

    public void Dispose() => _entries.Dispose();

    private readonly record struct SharedEntry(ulong Hash, ulong Key) : IComparable<SharedEntry>
    {
        public int CompareTo(SharedEntry other) => Hash != other.Hash ? Hash.CompareTo(other.Hash) : Key.CompareTo(other.Key);
    }
}

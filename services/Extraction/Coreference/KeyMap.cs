using System.Numerics;

namespace EntityRes.Extraction.Coreference;

/// <summary>64-bit key → number ≥ −1: a hash table that is emptied in O(1) and kept from document to document.</summary>
/// <remarks>Keys are hashes already. O(1) a call, no allocation once it has grown. Not thread-safe.</remarks>
internal sealed class KeyMap
{
    private struct Entry
    {
        public ulong Key;
        public int Value;
        public int Round; // the entry is free unless it is of this round
    }

    private Entry[] _entries = new Entry[64]; // open addressing
    private int _round = 1;
    private int _count;

    /// <summary>Forgets all keys.</summary>
    public void Clear()
    {
        _count = 0;
        if (_round == int.MaxValue)
            Array.Clear(_entries);
        _round = _round == int.MaxValue ? 1 : _round + 1;
    }

    /// <summary>The value of a key, or −1.</summary>
    public int Find(ulong key)
    {
        var mask = _entries.Length - 1;
        for (var at = (int)key & mask; _entries[at].Round == _round; at = (at + 1) & mask)
        {
            if (_entries[at].Key == key)
                return _entries[at].Value;
        }

        return -1;
    }

    /// <summary>The value of a key, to be read or set; one that is new gets the value given.</summary>
    /// <param name="key">The key.</param>
    /// <param name="added">Value of a new key.</param>
    /// <returns>Valid until the next key is added.</returns>
    public ref int At(ulong key, int added)
    {
        if (_count * 2 >= _entries.Length)
            Grow();
        var mask = _entries.Length - 1;
        var at = (int)key & mask;
        for (; _entries[at].Round == _round; at = (at + 1) & mask)
        {
            if (_entries[at].Key == key)
                return ref _entries[at].Value;
        }

        _count++;
        _entries[at] = new Entry { Key = key, Value = added, Round = _round };
        return ref _entries[at].Value;
    }

    /// <summary>Adds a key; false when it is there already, with whatever value.</summary>
    public bool TryAdd(ulong key, int value)
    {
        var count = _count;
        At(key, value);
        return _count > count;
    }

    /// <summary>Sets the value of a key.</summary>
    public void Set(ulong key, int value) => At(key, value) = value;

    private void Grow()
    {
        var old = _entries;
        _entries = new Entry[BitOperations.RoundUpToPowerOf2((uint)old.Length * 2)];
        var mask = _entries.Length - 1;
        foreach (var entry in old)
        {
            if (entry.Round != _round)
                continue;
            var at = (int)entry.Key & mask;
            while (_entries[at].Round == _round)
                at = (at + 1) & mask;
            _entries[at] = entry;
        }
    }
}

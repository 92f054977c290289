using EntityRes.Resolution.Catalogue;

namespace EntityRes.Resolution.Roles;

/// <summary>What a person held, by office slug and start. Enumerating allocates nothing.</summary>
public readonly struct HeldTenures
{
    private readonly OfficeIndex? _index;
    private readonly (Office Office, Tenure Tenure)[]? _added;
    private readonly long _first;

    internal HeldTenures((Office Office, Tenure Tenure)[] added)
    {
        _added = added;
        Count = added.Length;
    }

    internal HeldTenures(OfficeIndex index, long first, int count)
    {
        _index = index;
        _first = first;
        Count = count;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>Enumerates them.</summary>
    public Enumerator GetEnumerator() => new(_index, _added, _first, Count);

    /// <summary>Walks the tenures.</summary>
    public struct Enumerator
    {
        private readonly OfficeIndex? _index;
        private readonly (Office Office, Tenure Tenure)[]? _added;
        private long _next;
        private int _left;

        internal Enumerator(OfficeIndex? index, (Office Office, Tenure Tenure)[]? added, long first, int count)
        {
            _index = index;
            _added = added;
            _next = first;
            _left = count;
        }

        /// <summary>The current tenure and its office.</summary>
        public (Office Office, Tenure Tenure) Current { get; private set; }

        /// <summary>Moves on.</summary>
        public bool MoveNext()
        {
            if (_left-- <= 0)
                return false;
            Current = _added is null ? _index!.HeldAt(_next++) : _added[_next++];
            return true;
        }
    }
}

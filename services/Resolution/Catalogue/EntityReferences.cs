namespace EntityRes.Resolution.Catalogue;

/// <summary>Indexes of entities, read where they lie. Enumerating allocates nothing.</summary>
public readonly ref struct EntityReferences
{
    private readonly MappedSection _blocks;
    private readonly long _position;

    internal EntityReferences(MappedSection blocks, long position)
    {
        _blocks = blocks;
        Count = (int)blocks.Number(ref position);
        _position = position;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>Whether an entity is among them.</summary>
    public bool Contains(int entity)
    {
        foreach (var candidate in this)
        {
            if (candidate == entity)
                return true;
        }

        return false;
    }

    /// <summary>Enumerates them.</summary>
    public Enumerator GetEnumerator() => new(_blocks, _position, Count);

    /// <summary>Walks the list.</summary>
    public ref struct Enumerator
    {
        private readonly MappedSection _blocks;
        private long _position;
        private int _left;

        internal Enumerator(MappedSection blocks, long position, int count)
        {
            _blocks = blocks;
            _position = position;
            _left = count;
        }

        /// <summary>The current entity.</summary>
        public int Current { get; private set; }

        /// <summary>Moves on.</summary>
        public bool MoveNext()
        {
            if (_left == 0)
                return false;
            _left--;
            Current = (int)_blocks.Number(ref _position);
            return true;
        }
    }
}

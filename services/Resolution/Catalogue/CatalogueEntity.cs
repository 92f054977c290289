using System.Globalization;
using System.Text;

namespace EntityRes.Resolution.Catalogue;

/// <summary>One entity of the catalogue: a view of its record. Texts are built when asked for, so ask once.</summary>
public readonly struct CatalogueEntity
{
    private const float LargestPrior = ushort.MaxValue;
    private const int LongestComparedName = 256; // UTF-16 code units

    private const int LongestComparedId = 64;    // UTF-16 code units; longer ones are compared by allocating

    private readonly EntityTable _table;
    private readonly EntityRecord _record;
    private readonly AddedEntity? _added;

    internal CatalogueEntity(EntityTable table, EntityRecord record, AddedEntity? added)
    {
        _table = table;
        _record = record;
        _added = added;
    }

    /// <summary>Canonical id: a QID, else a minted id or that of the source it was imported from.</summary>
    public string Id
    {
        get
        {
            if (_added is not null)
                return _added.Id;
            if ((_record.IdKey & CatalogueFormat.HashedId) == 0)
                return "Q" + _record.IdKey.ToString(CultureInfo.InvariantCulture);
            var position = (long)_record.Block;
            return _table.Blocks.Text(ref position);
        }
    }

    /// <summary>Compares the canonical ids ordinally. Allocates nothing.</summary>
    internal int CompareId(in CatalogueEntity other)
    {
        Span<char> one = stackalloc char[LongestComparedId], two = stackalloc char[LongestComparedId];
        return WriteId(one).SequenceCompareTo(other.WriteId(two));
    }

    /// <summary>What kind of thing it is.</summary>
    public EntityType Type => IsOwn ? _added!.Type : (EntityType)_record.Type;

    /// <summary>The finer kind: <c>country</c>, <c>ministry</c>, <c>politician</c>, …</summary>
    public string Kind => IsOwn ? AddedEntity.Kind : _table.KindName(_record.Kind);

    /// <summary>How much news names it, 0–1: the logarithm of its prior over that of the largest prior.</summary>
    public float Prior01 => IsOwn ? AddedEntity.Prior01 : _record.Prior / LargestPrior;

    /// <summary>Whether it is a seat of government.</summary>
    public bool IsCapital => _record.IsCapital != 0;

    /// <summary>Entities it belongs to (country, parent organisation), as indexes into the catalogue.</summary>
    public EntityReferences Of => IsOwn ? default : new(_table.Blocks, References);

    /// <summary>The name that English-language news uses. Allocates it.</summary>
    public string Name
    {
        get
        {
            if (IsOwn)
                return _added!.Name;
            var position = NamePosition;
            return _table.Blocks.Text(ref position);
        }
    }

    /// <summary>Other names, ordinal order. Allocates them.</summary>
    public IReadOnlyList<string> Aliases
    {
        get
        {
            if (IsOwn)
                return _added!.Aliases;
            var position = NotePosition;
            _table.Blocks.Utf8(ref position);
            var compiled = _table.Blocks.Texts(ref position);
            return _added is null ? compiled : [.. compiled.Union(_added.Aliases, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>A few words for people, or empty. Allocates them.</summary>
    public string Note
    {
        get
        {
            if (_added is { Note.Length: > 0 } || IsOwn)
                return _added!.Note;
            var position = NotePosition;
            return _table.Blocks.Text(ref position);
        }
    }

    /// <summary>Its ids elsewhere, <c>scheme:id</c>, ordinal order: <c>iso2:RU</c>, <c>ror:0006s4z66</c>. Allocates them.</summary>
    public IReadOnlyList<string> ExternalIds
    {
        get
        {
            if (IsOwn)
                return _added!.ExternalIds;
            var position = NotePosition;
            _table.Blocks.Utf8(ref position);
            for (var left = _table.Blocks.Number(ref position); left > 0; left--)
                _table.Blocks.Utf8(ref position);
            var compiled = _table.Blocks.Texts(ref position);
            return _added is null ? compiled : [.. compiled.Union(_added.ExternalIds, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Whether a surface form is its name or an alias, letter for letter. Allocates nothing.</summary>
    public bool IsWritten(ReadOnlySpan<char> surface)
    {
        if (_added is not null && _added.IsWritten(surface))
            return true;
        if (surface.Length > LongestComparedName || IsOwn)
            return false;
        Span<byte> buffer = stackalloc byte[LongestComparedName * 3];
        var written = buffer[..Encoding.UTF8.GetBytes(surface, buffer)];
        var position = NamePosition;
        if (_table.Blocks.Utf8(ref position).SequenceEqual(written))
            return true;
        _table.Blocks.Utf8(ref position);
        for (var left = _table.Blocks.Number(ref position); left > 0; left--)
        {
            if (_table.Blocks.Utf8(ref position).SequenceEqual(written))
                return true;
        }

        return false;
    }

    private bool IsOwn => _added is { IsWhole: true };

    // Into the buffer, if it is long enough.
    private ReadOnlySpan<char> WriteId(Span<char> buffer)
    {
        if (_added is null && (_record.IdKey & CatalogueFormat.HashedId) == 0)
        {
            buffer[0] = 'Q';
            _record.IdKey.TryFormat(buffer[1..], out var digits, default, CultureInfo.InvariantCulture);
            return buffer[..(digits + 1)];
        }

        if (_added is not null)
            return _added.Id;
        var position = (long)_record.Block;
        var id = _table.Blocks.Utf8(ref position);
        return Encoding.UTF8.TryGetChars(id, buffer, out var length) ? buffer[..length] : Id;
    }

    private long References
    {
        get
        {
            var position = (long)_record.Block;
            if ((_record.IdKey & CatalogueFormat.HashedId) != 0)
                _table.Blocks.Utf8(ref position);
            return position;
        }
    }

    private long NamePosition
    {
        get
        {
            var position = References;
            for (var left = _table.Blocks.Number(ref position); left > 0; left--)
                _table.Blocks.Number(ref position);
            return position;
        }
    }

    private long NotePosition
    {
        get
        {
            var position = NamePosition;
            _table.Blocks.Utf8(ref position);
            return position;
        }
    }
}

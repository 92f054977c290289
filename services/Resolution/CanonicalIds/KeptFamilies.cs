using EntityRes.Text;

namespace EntityRes.Resolution.CanonicalIds;

/// <summary>The families that were read of late: reading a record again that did not change costs a comparison.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class KeptFamilies
{
    private readonly RecentResults<string, MintedFamily> _byRecord = new(1 << 10);

    /// <summary>As <see cref="MintedFamily.Of"/>.</summary>
    /// <param name="key">What the family is stored under.</param>
    /// <param name="record">Its record; null = none.</param>
    internal MintedFamily Of(string key, string? record)
    {
        if (record is null)
            return MintedFamily.Empty;
        var hash = StableHash.Of(key);
        return _byRecord.TryGet(hash, record, out var kept) ? kept : _byRecord.Keep(hash, record, MintedFamily.Of(record));
    }
}

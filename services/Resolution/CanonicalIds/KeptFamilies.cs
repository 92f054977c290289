using EntityRes.Text;

namespace EntityRes.Resolution.CanonicalIds;

/// <summary>The families that were read of late: reading a record again that did not change costs a comparison.</summary>
/// <remarks>Thread-safe. Each family has one place, which it shares with others (a direct-mapped cache): what is kept is bounded.</remarks>
internal sealed class KeptFamilies
{
    private const int Places = 1 << 10;

    private readonly Kept?[] _kept = new Kept?[Places];

    private sealed record Kept(string Record, MintedFamily Family);

    /// <summary>As <see cref="MintedFamily.Of"/>.</summary>
    /// <param name="key">What the family is stored under.</param>
    /// <param name="record">Its record; null = none.</param>
    internal MintedFamily Of(string key, string? record)
    {
        if (record is null)
            return MintedFamily.Empty;
        ref var place = ref _kept[StableHash.Of(key) % Places];
        if (Volatile.Read(ref place) is { } kept && kept.Record == record)
            return kept.Family;
        var family = MintedFamily.Of(record);
        Volatile.Write(ref place, new Kept(record, family));
        return family;
    }
}

namespace EntityRes.Resolver.Stores;

/// <summary>A position in the streams of all shards: the last id read of each, joined by dots.</summary>
internal sealed class MintedPosition
{
    private readonly string[] _last;

    private MintedPosition(string[] last) => _last = last;

    /// <summary>The last id read of a shard's stream.</summary>
    internal string this[int shard] => _last[shard];

    /// <summary>Reads a position.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal static MintedPosition Parse(string text)
    {
        if (text == "0")
            return Of([.. Enumerable.Repeat("0", RedisKeys.ShardCount)]);
        var last = text.Split('.');
        return last.Length == RedisKeys.ShardCount && last.All(IsStreamId)
            ? new MintedPosition(last) : throw new ArgumentException("is no position of this store", nameof(text));
    }

    /// <summary>The position after the given ids.</summary>
    internal static MintedPosition Of(string[] last) => new(last);

    /// <summary>The position after one more id.</summary>
    internal MintedPosition After(int shard, string id)
    {
        var last = (string[])_last.Clone();
        last[shard] = id;
        return new MintedPosition(last);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('.', _last);

    // "0" or "<milliseconds>-<number>".
    private static bool IsStreamId(string id) =>
        id == "0" || (id.Length is > 2 and < 42 && id.AsSpan().Count('-') == 1 && id.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash
            && dash < id.Length - 1 && !id.AsSpan(0, dash).ContainsAnyExceptInRange('0', '9')
            && !id.AsSpan(dash + 1).ContainsAnyExceptInRange('0', '9'));
}

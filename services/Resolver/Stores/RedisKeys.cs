using StackExchange.Redis;

namespace EntityRes.Resolver.Stores;

/// <summary>Every key of the Redis layout: <c>er:&lt;schema version&gt;:&lt;kind&gt;:&lt;id&gt;</c>.</summary>
internal static class RedisKeys
{
    /// <summary>A key that never exists: a write to it on condition that it does tells whether Redis accepts writes.</summary>
    internal static readonly RedisKey WriteProbe = "er:1:probe:write";

    private const string MintedPrefix = "er:1:minted:";

    /// <summary>The record of a minted entity: JSON <c>{"t":2,"n":"Acme Corp."}</c>, no expiry.</summary>
    internal static RedisKey Minted(string id) => MintedPrefix + id;
}

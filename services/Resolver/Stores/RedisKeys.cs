using EntityRes.Resolution.CanonicalIds;
using StackExchange.Redis;

namespace EntityRes.Resolver.Stores;

/// <summary>Every key of the Redis layout; see <c>docs/REDIS.md</c>.</summary>
/// <remarks>
/// <c>er:&lt;schema version&gt;:{&lt;shard&gt;}:&lt;kind&gt;[:&lt;id&gt;]</c>. The braces are a hash tag: a record and the stream that announces it lie
/// in one slot of a cluster, so that one script writes both.
/// </remarks>
internal static class RedisKeys
{
    /// <summary>Shards, hence slots, that minted entities are spread over.</summary>
    internal const int ShardCount = 16;

    /// <summary>A key that never exists: a write to it on condition that it does tells whether Redis accepts writes.</summary>
    internal static readonly RedisKey WriteProbe = "er:2:{ledger}:probe";

    /// <summary>Stream of all entries of the ledger, field <c>e</c>; never trimmed.</summary>
    internal static readonly RedisKey Ledger = "er:2:{ledger}:entries";

    /// <summary>All keys of families, for <c>SCAN</c>.</summary>
    internal const string FamilyPattern = "er:2:{?}:family:*";

    private const string ShardNames = "0123456789abcdef";

    /// <summary>Record of a family: JSON, no expiry.</summary>
    internal static RedisKey Family(string family) => $"er:2:{{{ShardOf(family)}}}:family:{family}";

    /// <summary>Stream of the ids that were minted in a shard, field <c>i</c>; never trimmed.</summary>
    internal static RedisKey Minted(int shard) => $"er:2:{{{ShardNames[shard]}}}:minted";

    /// <summary>The stream that announces the ids of a family.</summary>
    internal static RedisKey MintedOf(string family) => $"er:2:{{{ShardOf(family)}}}:minted";

    /// <summary>The family of a key of <see cref="Family"/>.</summary>
    internal static string FamilyOf(RedisKey key) => ((string)key!)[^MintedId.FamilyLength..];

    // Any function of the family that never changes would do.
    private static char ShardOf(string family) => ShardNames[family[0] % ShardCount];
}

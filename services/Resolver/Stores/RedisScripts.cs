namespace EntityRes.Resolver.Stores;

/// <summary>The scripts that run in Redis: each on keys of one slot, each doing one thing that must not be torn apart.</summary>
internal static class RedisScripts
{
    /// <summary>
    /// Writes a family unless somebody else did since it was read, and announces its new ids. KEYS: family, stream. ARGV: expected record
    /// or "", new record, ids… Returns the record that is there now, nil when there is none.
    /// </summary>
    internal const string WriteFamily = """
        local current = redis.call('GET', KEYS[1])
        if (current or '') ~= ARGV[1] then return current end
        redis.call('SET', KEYS[1], ARGV[2])
        for i = 3, #ARGV do redis.call('XADD', KEYS[2], '*', 'i', ARGV[i]) end
        return ARGV[2]
        """;

    /// <summary>
    /// Appends an entry to the ledger unless somebody else did. KEYS: stream. ARGV: id of the last known entry or "0", entry. Returns the new
    /// entry's id, nil when there are others.
    /// </summary>
    internal const string Append = """
        local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
        if (last[1] and last[1][1] or '0') ~= ARGV[1] then return nil end
        return redis.call('XADD', KEYS[1], '*', 'e', ARGV[2])
        """;
}

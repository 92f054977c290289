using Xunit;

namespace EntityRes.TestKit;

/// <summary>
/// A test on the Redis that <c>ENTITYRES_TEST_REDIS</c> names, else on a redis-server of its own; reported as skipped where there is
/// neither.
/// </summary>
public sealed class RedisFactAttribute : FactAttribute
{
    /// <summary>Skips the test where there is no Redis.</summary>
    public RedisFactAttribute()
    {
        if (RedisServer.Named is null && !RedisServer.IsInstalled)
            Skip = "redis-server is not on the PATH and ENTITYRES_TEST_REDIS names none";
    }
}

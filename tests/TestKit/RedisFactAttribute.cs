using Xunit;

namespace EntityRes.TestKit;

/// <summary>A test that needs a redis-server of its own; reported as skipped where none is installed.</summary>
public sealed class RedisFactAttribute : FactAttribute
{
    /// <summary>Skips the test where no redis-server is on the PATH.</summary>
    public RedisFactAttribute()
    {
        if (!RedisServer.IsInstalled)
            Skip = "redis-server is not on the PATH";
    }
}

using Xunit;

namespace EntityRes.TestKit;

/// <summary>A test that kills or configures a redis-server of its own; reported as skipped where none is installed.</summary>
public sealed class RedisServerFactAttribute : FactAttribute
{
    /// <summary>Skips the test where no redis-server is on the PATH.</summary>
    public RedisServerFactAttribute()
    {
        if (!RedisServer.IsInstalled)
            Skip = "redis-server is not on the PATH";
    }
}

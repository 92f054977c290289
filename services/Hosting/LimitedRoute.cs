namespace EntityRes.Hosting;

/// <summary>Marks a route that is no RPC but does an RPC's work: <see cref="LoadLimiter"/> counts it as a call.</summary>
public sealed class LimitedRoute
{
    /// <summary>The mark.</summary>
    public static LimitedRoute Mark { get; } = new();

    private LimitedRoute()
    {
    }
}

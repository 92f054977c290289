using EntityRes.Resolution.CanonicalIds;

namespace EntityRes.Resolver.Identity;

/// <summary>Keeps the catalogue of this replica up with what other replicas append to the ledger.</summary>
public sealed class LedgerFollower(LiveCatalogue catalogue, ILogger<LedgerFollower> logger) : BackgroundService
{
    /// <summary>How often the ledger is looked at: with the store's answer, how late a change of another replica is seen.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        var isFollowing = true;
        do
        {
            try
            {
                await catalogue.CatchUpAsync(stoppingToken);
                if (!isFollowing)
                    Log.LedgerIsBack(logger);
                isFollowing = true;
            }
            catch (StoreUnavailableException down)
            {
                if (isFollowing)
                    Log.LedgerIsGone(logger, down.Message);
                isFollowing = false;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

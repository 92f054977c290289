namespace EntityRes.Hosting;

/// <summary>The <c>--healthcheck</c> switch: asks the service of the same settings whether it is ready.</summary>
/// <remarks>Containers have no curl; their health check runs the service's own binary with this switch.</remarks>
public static class HealthProbe
{
    /// <summary>The command line switch.</summary>
    public const string Switch = "--healthcheck";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    /// <summary>Asks <c>/readyz</c> on the loopback address.</summary>
    /// <param name="httpPort">The service's HTTP/1.1 port.</param>
    /// <returns>0 when ready, else 1: the process's exit code.</returns>
    public static async Task<int> RunAsync(int httpPort)
    {
        using var client = new HttpClient { Timeout = Timeout };
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{httpPort}/readyz"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }
}

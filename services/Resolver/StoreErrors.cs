using EntityRes.Hosting;
using EntityRes.Resolution.CanonicalIds;

namespace EntityRes.Resolver;

/// <summary>The one place where a store that is away becomes an error of the wire.</summary>
internal static class StoreErrors
{
    /// <summary>Answers, or says UNAVAILABLE.</summary>
    internal static async Task<T> AnswerAsync<T>(Func<Task<T>> answer)
    {
        try
        {
            return await answer();
        }
        catch (StoreUnavailableException down)
        {
            throw RequestErrors.Unavailable("STORE_UNAVAILABLE", $"the store of minted ids cannot be reached: {down.Message}");
        }
    }
}

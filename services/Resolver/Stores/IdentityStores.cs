using EntityRes.Resolution.CanonicalIds;

namespace EntityRes.Resolver.Stores;

/// <summary>Chooses the store that configuration asks for.</summary>
public static class IdentityStores
{
    private const string FileName = "entityres.db";

    /// <summary>Opens a store.</summary>
    /// <param name="redis">StackExchange.Redis connection string; null or empty = the embedded store.</param>
    /// <param name="dataDir">Folder of the embedded store's file, created when missing; null or empty = in memory only.</param>
    /// <param name="acknowledgements">Replicas of Redis that must have a write before it is acknowledged, ≥ 0.</param>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    /// <exception cref="StoreUnavailableException">The embedded store's file cannot be opened.</exception>
    /// <exception cref="InvalidDataException">The connection string is malformed, or the file is of a later version.</exception>
    /// <remarks>Redis need not be reachable: it is connected to when it is, and calls fail until then.</remarks>
    public static async ValueTask<IIdentityStore> OpenAsync(string? redis, string? dataDir, int acknowledgements = 0)
    {
        if (!string.IsNullOrEmpty(redis))
            return await RedisIdentityStore.OpenAsync(redis, acknowledgements);
        if (string.IsNullOrEmpty(dataDir))
            return EmbeddedIdentityStore.OpenInMemory();
        Directory.CreateDirectory(dataDir);
        return EmbeddedIdentityStore.OpenFile(Path.Combine(dataDir, FileName));
    }
}

using EntityRes.Resolution.CanonicalIds;

namespace EntityRes.Resolver.Stores;

/// <summary>Chooses the store that configuration asks for.</summary>
public static class CanonicalIdStores
{
    private const string FileName = "entityres.db";

    /// <summary>Opens a store.</summary>
    /// <param name="redis">StackExchange.Redis connection string; null or empty = the embedded store.</param>
    /// <param name="dataDir">Folder of the embedded store's file, created when missing; null or empty = in memory only.</param>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    /// <exception cref="StoreUnavailableException">The embedded store's file cannot be opened.</exception>
    /// <exception cref="InvalidDataException">The connection string is malformed, or the file is of another version.</exception>
    /// <remarks>Redis need not be reachable: it is connected to when it is, and calls fail until then.</remarks>
    public static async ValueTask<ICanonicalIdStore> OpenAsync(string? redis, string? dataDir)
    {
        if (!string.IsNullOrEmpty(redis))
            return await RedisCanonicalIdStore.OpenAsync(redis);
        if (string.IsNullOrEmpty(dataDir))
            return EmbeddedCanonicalIdStore.OpenInMemory();
        Directory.CreateDirectory(dataDir);
        return EmbeddedCanonicalIdStore.OpenFile(Path.Combine(dataDir, FileName));
    }
}

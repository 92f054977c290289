using System.ComponentModel.DataAnnotations;

namespace EntityRes.Resolver;

/// <summary>What the resolver needs beside its ports.</summary>
public sealed class ResolverOptions
{
    /// <summary>Base address of the extractor. Default <c>http://localhost:50051</c>. Environment: <c>ENTITYRES_EXTRACTOR_URL</c>.</summary>
    [Required]
    public Uri ExtractorUrl { get; set; } = new("http://localhost:50051");

    /// <summary>
    /// PEM file of the authorities that the extractor's certificate must come from; null (the default) = the machine's. Environment:
    /// <c>ENTITYRES_EXTRACTOR_CA</c>.
    /// </summary>
    public string? ExtractorCa { get; set; }

    /// <summary>
    /// Seconds that the extractor may take for one document, the caller's deadline apart. Default 30. Environment:
    /// <c>ENTITYRES_EXTRACTOR_TIMEOUT_SECONDS</c>.
    /// </summary>
    [Range(0.01, 3_600)]
    public double ExtractorTimeoutSeconds { get; set; } = 30;

    /// <summary>
    /// StackExchange.Redis connection string; null (the default) = the embedded store. Environment: <c>ENTITYRES_REDIS</c>.
    /// </summary>
    public string? Redis { get; set; }

    /// <summary>
    /// Replicas of Redis that must have a write before it is acknowledged: 0 (the default) to 10. With 1, a master that dies and is
    /// replaced by its replica loses no id. Environment: <c>ENTITYRES_REDIS_ACKNOWLEDGEMENTS</c>.
    /// </summary>
    [Range(0, 10)]
    public int RedisAcknowledgements { get; set; }

    /// <summary>
    /// Folder of the embedded store's files; null (the default) = in memory only. Environment: <c>ENTITYRES_DATA_DIR</c>.
    /// </summary>
    public string? DataDir { get; set; }

    /// <summary>
    /// A compiled catalogue, as <c>import</c> writes it; null (the default) = the one that the build carries. Environment:
    /// <c>ENTITYRES_CATALOGUE</c>.
    /// </summary>
    public string? Catalogue { get; set; }

    /// <summary>
    /// Origins whose pages may read the reconciliation routes in a browser, separated by commas; default: OpenRefine on its usual
    /// port of this machine. Environment: <c>ENTITYRES_RECONCILE_ORIGINS</c>.
    /// </summary>
    public string ReconcileOrigins { get; set; } = "http://127.0.0.1:3333,http://localhost:3333";

    /// <summary>
    /// Token that callers of <c>CatalogueService</c> must show; null (the default) = only loopback callers are served. Environment:
    /// <c>ENTITYRES_ADMIN_TOKEN</c>.
    /// </summary>
    public string? AdminToken { get; set; }
}

namespace EntityRes.Hosting;

/// <summary>What a request may hold; more is refused, never truncated.</summary>
public static class Limits
{
    /// <summary>Bytes of UTF-8 of a document's text: 1 MiB.</summary>
    public const int TextBytes = 1 << 20;

    /// <summary>Mentions, and chains, of one document.</summary>
    public const int Mentions = 10_000;

    /// <summary>Ids of one batch.</summary>
    public const int BatchIds = 1_000;

    /// <summary>Candidates listed in one resolution.</summary>
    public const int Candidates = 50;

    /// <summary>Bytes of UTF-8 of an id, a name or a search query.</summary>
    public const int NameBytes = 1_024;

    /// <summary>Results of one page of a search.</summary>
    public const int PageSize = 100;

    /// <summary>Bytes of a gRPC message: room for a full text and its mentions, chains and explanations.</summary>
    public const int MessageBytes = 64 << 20;
}

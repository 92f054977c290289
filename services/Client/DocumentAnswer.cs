using System.Diagnostics.CodeAnalysis;

namespace EntityRes.Client;

/// <summary>What became of one document of a stream: an answer or an error.</summary>
/// <typeparam name="TResponse">The answer.</typeparam>
public sealed record DocumentAnswer<TResponse>
    where TResponse : class
{
    private DocumentAnswer(string documentId, TResponse? response, ServiceError? error) =>
        (DocumentId, Response, Error) = (documentId, response, error);

    /// <summary>Id of the document that this answers.</summary>
    public string DocumentId { get; }

    /// <summary>The answer; null when the document was refused.</summary>
    public TResponse? Response { get; }

    /// <summary>Why the document was refused; null when it was answered.</summary>
    public ServiceError? Error { get; }

    /// <summary>Whether there is an answer.</summary>
    [MemberNotNullWhen(true, nameof(Response))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsAnswered => Response is not null;

    internal static DocumentAnswer<TResponse> Of(string documentId, TResponse? response, Google.Rpc.Status? error) =>
        new(documentId, response, response is null ? ServiceError.Of(error ?? new Google.Rpc.Status()) : null);
}

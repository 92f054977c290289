using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace EntityRes.Hosting;

/// <summary>The errors a call may end with, in one form: google.rpc.Status with typed details.</summary>
public static class RequestErrors
{
    /// <summary>The types of the details; without it an error could not be written as JSON.</summary>
    public static TypeRegistry DetailTypes { get; } = TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor);

    private const string Domain = "entityres";
    private const int QuotedCharacters = 64; // details travel in headers, which are small

    /// <summary>INVALID_ARGUMENT: a field is wrong.</summary>
    /// <param name="field">The field in proto form: <c>mentions[3].end</c>.</param>
    /// <param name="reason">What is wrong with it.</param>
    public static RpcException InvalidArgument(string field, string reason) =>
        Error(Code.InvalidArgument, $"{field}: {reason}", new BadRequest
        {
            FieldViolations = { new BadRequest.Types.FieldViolation { Field = field, Description = reason } },
        });

    /// <summary>RESOURCE_EXHAUSTED: a limit is exceeded.</summary>
    /// <param name="limit">What is limited: <c>document.text</c>.</param>
    /// <param name="reason">The limit and what was found.</param>
    public static RpcException ResourceExhausted(string limit, string reason) =>
        Error(Code.ResourceExhausted, $"{limit}: {reason}", Quota(limit, reason));

    /// <summary>RESOURCE_EXHAUSTED: there is too much to do now.</summary>
    /// <param name="limit">What is limited: <c>calls</c>.</param>
    /// <param name="reason">The limit and what was found.</param>
    /// <param name="retryAfter">When to try again.</param>
    public static RpcException Overloaded(string limit, string reason, TimeSpan retryAfter) =>
        Error(
            Code.ResourceExhausted, $"{limit}: {reason}", Quota(limit, reason),
            new RetryInfo { RetryDelay = Duration.FromTimeSpan(retryAfter) });

    /// <summary>NOT_FOUND: nothing has an id.</summary>
    public static RpcException NotFound(string id) =>
        Error(Code.NotFound, $"no entity has the id '{id}'", Info("ENTITY_NOT_FOUND"));

    /// <summary>UNAVAILABLE: something this service needs cannot be reached.</summary>
    /// <param name="reason">Stable upper-case name: <c>STORE_UNAVAILABLE</c>.</param>
    /// <param name="message">What cannot be reached.</param>
    public static RpcException Unavailable(string reason, string message) =>
        Error(Code.Unavailable, message, Info(reason));

    /// <summary>FAILED_PRECONDITION: the request is well formed but contradicts the state.</summary>
    /// <param name="reason">Stable upper-case name: <c>JUDGEMENT_CONFLICT</c>.</param>
    /// <param name="message">What contradicts what.</param>
    public static RpcException FailedPrecondition(string reason, string message) =>
        Error(Code.FailedPrecondition, message, Info(reason));
    /// <summary>UNAUTHENTICATED: the caller does not show who it is.</summary>
    /// <param name="reason">Stable upper-case name: <c>ADMIN_TOKEN_REQUIRED</c>.</param>
    /// <param name="message">What is missing.</param>
    public static RpcException Unauthenticated(string reason, string message) =>
        Error(Code.Unauthenticated, message, Info(reason));

    /// <summary>PERMISSION_DENIED: the caller may not do this.</summary>
    /// <param name="reason">Stable upper-case name: <c>ADMIN_FROM_LOOPBACK_ONLY</c>.</param>
    /// <param name="message">Who may.</param>
    public static RpcException PermissionDenied(string reason, string message) =>
        Error(Code.PermissionDenied, message, Info(reason));

    /// <summary>What a caller sent, in quotes, shortened so that it fits into an error.</summary>
    public static string Quote(string sent)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return sent.Length <= QuotedCharacters ? $"'{sent}'" : $"'{sent.AsSpan(0, QuotedCharacters)}…'";
    }

    private static ErrorInfo Info(string reason) => new() { Domain = Domain, Reason = reason };

    private static QuotaFailure Quota(string limit, string reason) => new()
    {
        Violations = { new QuotaFailure.Types.Violation { Subject = limit, Description = reason } },
    };

    private static RpcException Error(Code code, string message, params IMessage[] details) =>
        new Google.Rpc.Status { Code = (int)code, Message = message, Details = { details.Select(Any.Pack) } }.ToRpcException();
}

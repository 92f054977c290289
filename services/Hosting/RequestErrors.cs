using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace EntityRes.Hosting;

/// <summary>The errors a call may end with, in one form: google.rpc.Status with typed details.</summary>
public static class RequestErrors
{
    private const string Domain = "entityres";

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
        Error(Code.ResourceExhausted, $"{limit}: {reason}", new QuotaFailure
        {
            Violations = { new QuotaFailure.Types.Violation { Subject = limit, Description = reason } },
        });

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

    private static ErrorInfo Info(string reason) => new() { Domain = Domain, Reason = reason };

    private static RpcException Error(Code code, string message, Google.Protobuf.IMessage detail) =>
        new Google.Rpc.Status { Code = (int)code, Message = message, Details = { Any.Pack(detail) } }.ToRpcException();
}

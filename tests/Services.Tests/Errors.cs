using Google.Rpc;
using Grpc.Core;

namespace EntityRes.Services.Tests;

internal static class Errors
{
    /// <summary>Holds an error to INVALID_ARGUMENT that names a field in its details.</summary>
    internal static void AssertInvalid(RpcException refused, string field)
    {
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal(field, refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations[0].Field);
    }
}

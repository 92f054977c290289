using EntityRes.Hosting;
using EntityRes.V1;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace EntityRes.Services.Tests.Streams;

/// <summary>A message in the middle of a stream that cannot be read: what came before it is answered, and the error says what is wrong.</summary>
[Collection(RunningServicesGroup.Name)]
public class UnreadableMessageTests(RunningServices services)
{
    private static readonly byte[] NoProtobuf = [0xFF];
    private static readonly byte[] Readable = new ExtractRequest { Document = new Document { Id = "d1", Text = "Angela Merkel spoke." } }.ToByteArray();

    [Theory]
    [InlineData("ExtractionService", "StreamExtract")]
    [InlineData("ResolutionService", "StreamAnnotate")] // its requests begin with the document too
    public async Task It_ends_the_stream_with_invalid_argument(string service, string method)
    {
        var ended = await EndOfAsync(service, method, NoProtobuf);
        Errors.AssertInvalid(ended, "message");
    }

    [Theory]
    [InlineData("ExtractionService", "StreamExtract")]
    [InlineData("ResolutionService", "StreamAnnotate")]
    public async Task A_message_over_the_limit_ends_the_stream_with_resource_exhausted(string service, string method)
    {
        var ended = await EndOfAsync(service, method, new byte[Limits.MessageBytes + 1]);
        Assert.Equal(StatusCode.ResourceExhausted, ended.StatusCode);
        Assert.Equal("message", ended.GetRpcStatus()!.GetDetail<QuotaFailure>()!.Violations[0].Subject);
    }

    private async Task<RpcException> EndOfAsync(string service, string method, byte[] last)
    {
        var channel = service == "ExtractionService" ? services.Extractor : services.Resolver;
        var bytes = Marshallers.Create(sent => sent, received => received);
        var rpc = new Method<byte[], byte[]>(MethodType.DuplexStreaming, $"entityres.v1.{service}", method, bytes, bytes);
        using var call = channel.CreateCallInvoker().AsyncDuplexStreamingCall(rpc, host: null, default);
        await call.RequestStream.WriteAsync(Readable);
        await Record.ExceptionAsync(() => call.RequestStream.WriteAsync(last)); // the answer may come before all is sent
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        return await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
    }
}

using System.Buffers.Binary;
using Google.Protobuf;
using Grpc.Core;

namespace EntityRes.Cli.Load;

/// <summary>An RPC that does nothing but carry bytes there and back: what gRPC itself costs on this machine.</summary>
/// <remarks>The first four bytes of a request, little-endian, say how many bytes the answer has. Thread-safe.</remarks>
[BindServiceMethod(typeof(EchoService), nameof(Bind))]
public class EchoService
{
    private const int SizeBytes = 4;
    private const int LargestAnswer = 16 << 20;
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    private byte[] _answer = [];

    internal static Method<byte[], byte[]> Rpc { get; } = new(MethodType.Unary, "entityres.load.EchoService", nameof(Echo), Bytes, Bytes);

    /// <summary>A request of some size that asks for an answer of another.</summary>
    internal static byte[] Request(int requestBytes, int answerBytes)
    {
        var request = new byte[Math.Max(SizeBytes, requestBytes)];
        BinaryPrimitives.WriteInt32LittleEndian(request, answerBytes);
        return request;
    }

    /// <summary>Told by the gRPC server which methods there are; called once without an instance.</summary>
    public static void Bind(ServiceBinderBase binder, EchoService? service) =>
        binder.AddMethod(Rpc, service is null ? null! : service.Echo);

    /// <summary>The handler; the gRPC server finds it by the name of the method, and only when it is virtual.</summary>
    public virtual Task<byte[]> Echo(byte[] request, ServerCallContext context)
    {
        var size = request.Length < SizeBytes ? 0 : BinaryPrimitives.ReadInt32LittleEndian(request);
        if (size is < 0 or > LargestAnswer)
            throw new RpcException(new Status(StatusCode.InvalidArgument, $"{size} is no size of an answer"));
        var answer = _answer;
        if (answer.Length != size)
            _answer = answer = new byte[size];
        return Task.FromResult(answer);
    }
}

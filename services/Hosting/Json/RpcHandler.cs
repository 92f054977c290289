using Google.Protobuf;
using Grpc.Core;

namespace EntityRes.Hosting.Json;

/// <summary>Answers a unary call whose messages are known by their descriptors only.</summary>
/// <param name="request">A message of the RPC's request type.</param>
/// <param name="context">The call.</param>
internal delegate Task<IMessage> RpcHandler(IMessage request, ServerCallContext context);

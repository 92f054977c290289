using EntityRes.V1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace EntityRes.Cli.Load;

/// <summary>One kind of call to send.</summary>
/// <param name="Name">As on the command line.</param>
/// <param name="Service">Base address of the service.</param>
/// <param name="RequestBytes">Size of a request.</param>
/// <param name="Prepare">Makes, for a channel, what sends one call and returns the size of its answer.</param>
internal sealed record LoadTarget(
    string Name, Uri Service, int RequestBytes, Func<GrpcChannel, Func<CancellationToken, Task<int>>> Prepare)
{
    internal const string Extract = "extract";
    internal const string Annotate = "annotate";
    internal const string Resolve = "resolve";
    internal const string ResolveMinted = "resolve-minted";

    internal static readonly string[] Names = [Extract, Annotate, Resolve, ResolveMinted];

    /// <summary>Makes a target of the services.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="extractor">Base address of the extractor.</param>
    /// <param name="resolver">Base address of the resolver.</param>
    /// <param name="text">The document of extract and annotate.</param>
    internal static LoadTarget Of(string name, Uri extractor, Uri resolver, string text)
    {
        var document = new Document { Id = "load", Text = text, DocumentDate = "2025-09-04" };
        return name switch
        {
            Extract => Unary<ExtractRequest, ExtractResponse>(name, extractor, new ExtractRequest { Document = document },
                channel => new ExtractionService.ExtractionServiceClient(channel).ExtractAsync),
            Annotate => Unary<AnnotateRequest, AnnotateResponse>(name, resolver, new AnnotateRequest { Document = document },
                channel => new ResolutionService.ResolutionServiceClient(channel).AnnotateAsync),
            Resolve => OneMention("Vladimir Putin", EntityType.Person),
            ResolveMinted => OneMention("Xyzzy Load Holdings", EntityType.Organization),
            _ => throw new UsageException($"load: '{name}' is not one of {string.Join(", ", Names)}"),
        };

        LoadTarget OneMention(string mention, EntityType type) => Unary<ResolveRequest, ResolveResponse>(
            name, resolver,
            new ResolveRequest { Mentions = { new Mention { Text = mention, Type = type } } },
            channel => new ResolutionService.ResolutionServiceClient(channel).ResolveAsync);
    }

    /// <summary>The echo with messages of the same sizes as another target's.</summary>
    internal static LoadTarget EchoOf(Uri echo, int requestBytes, int answerBytes)
    {
        var request = EchoService.Request(requestBytes, answerBytes);
        return new LoadTarget("echo", echo, request.Length, channel =>
        {
            var invoker = channel.CreateCallInvoker();
            return async cancellationToken =>
            {
                using var call = invoker.AsyncUnaryCall(
                    EchoService.Rpc, host: null, new CallOptions(cancellationToken: cancellationToken), request);
                return (await call.ResponseAsync).Length;
            };
        });
    }

    private delegate AsyncUnaryCall<TResponse> Send<TRequest, TResponse>(
        TRequest request, Metadata? headers, DateTime? deadline, CancellationToken cancellationToken);

    private static LoadTarget Unary<TRequest, TResponse>(
        string name, Uri address, TRequest request, Func<GrpcChannel, Send<TRequest, TResponse>> client)
        where TRequest : IMessage
        where TResponse : IMessage =>
        new(name, address, request.CalculateSize(), channel =>
        {
            var send = client(channel);
            var answerBytes = 0;
            return async cancellationToken =>
            {
                using var call = send(request, headers: null, deadline: null, cancellationToken);
                var answer = await call.ResponseAsync;
                return answerBytes == 0 ? answerBytes = answer.CalculateSize() : answerBytes;
            };
        });
}

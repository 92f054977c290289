using EntityRes.Client;
using EntityRes.V1;
using Google.Protobuf;
using Grpc.Health.V1;

namespace EntityRes.Cli;

/// <summary>
/// Has the code of the first answer compiled on another core while the hosts are still being made: <c>serve</c> answers a third sooner.
/// </summary>
/// <remarks>Whatever fails here fails again where it is needed, and is told there.</remarks>
internal static class WarmUp
{
    private const string Text = "The French president met Olaf Scholz and the engineer Xenia Quill in Paris. She said he had come by train.";

    /// <summary>Answers a document in a pipeline of its own, whose store forgets.</summary>
    internal static async Task AnnotateAsync()
    {
        await using var pipeline = await EmbeddedPipeline.OpenForgetfulAsync(catalogue: null);
        var request = new AnnotateRequest { Document = new Document { Text = Text, DocumentDate = "2024-05-06" } };
        var answer = await pipeline.Annotator.AnnotateAsync(request, CancellationToken.None);
        AnnotateResponse.Parser.ParseFrom(answer.ToByteArray());
    }

    /// <summary>Asks a service how it is, as a call over the wire.</summary>
    /// <param name="service">Its gRPC address.</param>
    internal static async Task CallAsync(Uri service)
    {
        using var channel = ServiceChannel.Open(service, new ServiceChannelSettings());
        await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest());
    }
}

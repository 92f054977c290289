using EntityRes.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace EntityRes.Services.Tests.Faults;

public class DrainTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task A_terminated_service_answers_what_it_began_takes_nothing_new_and_ends_cleanly()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var served = await ServedProcess.StartAsync();
        var client = new ResolutionService.ResolutionServiceClient(served.Channel);
        using var stream = client.StreamAnnotate(cancellationToken: patience.Token);
        await AskAsync(stream);

        served.Terminate();
        await UntilRefusedAsync(served.Resolver, patience.Token);
        for (var i = 0; i < 20; i++)
            await AskAsync(stream);
        await stream.RequestStream.CompleteAsync();
        Assert.False(await stream.ResponseStream.MoveNext(patience.Token));
        Assert.Equal(0, await served.ExitAsync());
    }

    private static async Task AskAsync(AsyncDuplexStreamingCall<AnnotateRequest, StreamAnnotateResponse> stream)
    {
        await stream.RequestStream.WriteAsync(new AnnotateRequest { Document = new Document { Text = "Angela Merkel met Xyzzy Ltd." } });
        Assert.True(await stream.ResponseStream.MoveNext(default));
        Assert.NotNull(stream.ResponseStream.Current.Response);
    }

    private static async Task UntilRefusedAsync(Uri address, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var fresh = GrpcChannel.ForAddress(address);
            try
            {
                await new ResolutionService.ResolutionServiceClient(fresh).GetEntityAsync(
                    new GetEntityRequest { Id = "Q7747" }, cancellationToken: cancellationToken);
            }
            catch (RpcException refused) when (refused.StatusCode == StatusCode.Unavailable)
            {
                return;
            }
        }
    }
}

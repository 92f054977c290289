using System.Net;
using EntityRes.Extractor;
using EntityRes.Hosting;
using EntityRes.Resolver;
using EntityRes.V1;
using Google.Rpc;
using Grpc.Net.Client;

namespace EntityRes.Services.Tests.Situations;

/// <summary>Redis or the extractor cannot be reached: what needs them answers UNAVAILABLE and names it, the rest goes on.</summary>
public class UnreachableTests
{
    private const string Nowhere = "127.0.0.1:1"; // nothing listens on port 1

    [Fact]
    public async Task Without_redis_reads_go_on_and_what_must_write_is_refused()
    {
        await using var resolver = await ResolverHost.BuildAsync([.. RunningServices.FreePorts, $"--Redis={Nowhere}"]);
        await resolver.StartAsync();
        using var channel = GrpcChannel.ForAddress(resolver.GrpcAddress());
        using var http = new HttpClient { BaseAddress = resolver.HttpAddress() };
        var client = new ResolutionService.ResolutionServiceClient(channel);

        var known = new ResolveRequest { Mentions = { new Mention { Text = "Vladimir Putin", Type = EntityType.Person } } };
        Assert.Equal("Q7747", (await client.ResolveAsync(known)).Resolutions[0].EntityId);

        var unknown = new ResolveRequest { Mentions = { new Mention { Text = "Xyzzy Holdings", Type = EntityType.Organization } } };
        AssertUnavailable("STORE_UNAVAILABLE", await BothWires.RefusedAsync(
            r => client.ResolveAsync(r), http, "/v1/resolve", unknown, HttpStatusCode.ServiceUnavailable));

        unknown.Options = new ResolveOptions { Mint = false };
        var answer = await client.ResolveAsync(unknown);
        Assert.Equal(ResolutionStatus.Unresolved, answer.Resolutions[0].Status);
        Assert.Equal([WarningCode.StoreUnavailable], answer.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public async Task Without_the_extractor_annotate_names_it_and_resolve_goes_on()
    {
        await using var resolver = await ResolverHost.BuildAsync([.. RunningServices.FreePorts, $"--ExtractorUrl=http://{Nowhere}"]);
        await resolver.StartAsync();
        using var channel = GrpcChannel.ForAddress(resolver.GrpcAddress());
        using var http = new HttpClient { BaseAddress = resolver.HttpAddress() };
        var client = new ResolutionService.ResolutionServiceClient(channel);

        var refused = await BothWires.RefusedAsync(
            r => client.AnnotateAsync(r), http, "/v1/annotate",
            new AnnotateRequest { Document = new Document { Text = "Putin spoke." } }, HttpStatusCode.ServiceUnavailable);
        AssertUnavailable("EXTRACTOR_UNAVAILABLE", refused);
        Assert.Contains(Nowhere, refused.Message, StringComparison.Ordinal);

        var known = new ResolveRequest { Mentions = { new Mention { Text = "Vladimir Putin", Type = EntityType.Person } } };
        Assert.Equal("Q7747", (await client.ResolveAsync(known)).Resolutions[0].EntityId);

        using var stream = client.StreamAnnotate();
        await stream.RequestStream.WriteAsync(new AnnotateRequest { Document = new Document { Id = "d1", Text = "Putin spoke." } });
        Assert.True(await stream.ResponseStream.MoveNext(default));
        Assert.Equal(("d1", (int)Code.Unavailable), (stream.ResponseStream.Current.DocumentId, stream.ResponseStream.Current.Error.Code));
    }

    [Fact]
    public async Task An_extractor_that_comes_back_is_used_again()
    {
        await using var first = ExtractorHost.Build(RunningServices.FreePorts);
        await first.StartAsync();
        var address = first.GrpcAddress();
        await using var resolver = await ResolverHost.BuildAsync([.. RunningServices.FreePorts, $"--ExtractorUrl={address}"]);
        await resolver.StartAsync();
        using var channel = GrpcChannel.ForAddress(resolver.GrpcAddress());
        var client = new ResolutionService.ResolutionServiceClient(channel);
        var request = new AnnotateRequest { Document = new Document { Text = "Putin spoke." } };
        var before = await client.AnnotateAsync(request);

        await first.StopAsync();
        await Assert.ThrowsAsync<Grpc.Core.RpcException>(async () => await client.AnnotateAsync(request));

        await using var second = ExtractorHost.Build([$"--GrpcPort={address.Port}", "--HttpPort=0"]);
        await second.StartAsync();
        Assert.Equal(before, await client.AnnotateAsync(request));
    }

    private static void AssertUnavailable(string reason, Google.Rpc.Status refused)
    {
        Assert.Equal((int)Code.Unavailable, refused.Code);
        Assert.Equal(reason, refused.GetDetail<ErrorInfo>()!.Reason);
    }
}

using System.Net;
using EntityRes.Hosting;
using EntityRes.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;

namespace EntityRes.Services.Tests.Situations;

/// <summary>Over a limit: RESOURCE_EXHAUSTED, naming the limit; at the limit: answered.</summary>
[Collection(RunningServicesGroup.Name)]
public class LimitTests(RunningServices services)
{
    private readonly ExtractionService.ExtractionServiceClient _extractor = new(services.Extractor);
    private readonly ResolutionService.ResolutionServiceClient _resolver = new(services.Resolver);

    public static TheoryData<string, Document> LongDocuments => new()
    {
        { "document.text", new Document { Text = new string('é', (Limits.TextBytes / 2) + 1) } },
        { "document.id", new Document { Id = new string('x', Limits.NameBytes + 1) } },
        { "document.language", new Document { Language = new string('x', Limits.NameBytes + 1) } },
    };

    [Theory]
    [MemberData(nameof(LongDocuments))]
    public async Task A_document_over_a_limit_is_refused_by_both_services(string limit, Document document)
    {
        AssertNames(limit, await BothWires.RefusedAsync(
            r => _extractor.ExtractAsync(r), services.ExtractorHttp, "/v1/extract",
            new ExtractRequest { Document = document }, HttpStatusCode.TooManyRequests));
        AssertNames(limit, await BothWires.RefusedAsync(
            r => _resolver.AnnotateAsync(r), services.ResolverHttp, "/v1/annotate",
            new AnnotateRequest { Document = document }, HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task More_mentions_than_the_limit_are_refused_when_found() =>
        AssertNames("document.text", await BothWires.RefusedAsync(
            r => _extractor.ExtractAsync(r), services.ExtractorHttp, "/v1/extract",
            new ExtractRequest { Document = new Document { Text = string.Concat(Enumerable.Repeat("Angela Merkel met Emmanuel Macron. ", 6_000)) } },
            HttpStatusCode.TooManyRequests));

    [Fact]
    public async Task More_mentions_or_chains_than_the_limit_are_refused_when_sent()
    {
        var many = new ResolveRequest();
        many.Mentions.AddRange(Enumerable.Repeat(new Mention { Text = "Paris", Type = EntityType.Location }, Limits.Mentions + 1));
        AssertNames("mentions", await ResolveRefusedAsync(many));
        var chains = new ResolveRequest();
        chains.Chains.AddRange(Enumerable.Repeat(new Chain(), Limits.Mentions + 1));
        AssertNames("chains", await ResolveRefusedAsync(chains));
        var name = new ResolveRequest { Mentions = { new Mention { Text = new string('x', Limits.NameBytes + 1), Type = EntityType.Person } } };
        AssertNames("mentions[0].text", await ResolveRefusedAsync(name));
    }

    [Fact]
    public async Task As_many_mentions_as_the_limit_are_answered()
    {
        var many = new ResolveRequest();
        many.Mentions.AddRange(Enumerable.Repeat(new Mention { Text = "Paris", Type = EntityType.Location }, Limits.Mentions));
        Assert.Equal(Limits.Mentions, (await _resolver.ResolveAsync(many)).Resolutions.Count);
    }

    [Fact]
    public async Task A_batch_over_the_limit_is_refused()
    {
        var batch = new BatchGetEntitiesRequest();
        batch.Ids.AddRange(Enumerable.Repeat("Q1", Limits.BatchIds + 1));
        AssertNames("ids", await BothWires.RefusedAsync(
            r => _resolver.BatchGetEntitiesAsync(r), services.ResolverHttp, "/v1/entities:batchGet", batch, HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_query_over_the_limit_is_refused()
    {
        var query = new string('x', Limits.NameBytes + 1);
        AssertNames("q", await BothWires.RefusedAsync(
            () => _resolver.SearchEntitiesAsync(new SearchEntitiesRequest { Q = query }).ResponseAsync,
            () => services.ResolverHttp.GetAsync(new Uri($"/v1/entities:search?q={query}", UriKind.Relative)), HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused_by_name()
    {
        using var channel = GrpcChannel.ForAddress(
            $"http://{services.Extractor.Target}", new GrpcChannelOptions { MaxSendMessageSize = null });
        var request = new ExtractRequest { Document = new Document { Text = new string('x', Limits.MessageBytes + 1) } };
        var refused = await Assert.ThrowsAsync<RpcException>(
            async () => await new ExtractionService.ExtractionServiceClient(channel).ExtractAsync(request));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        AssertNames("message", refused.GetRpcStatus()!);
        using var post = new HttpRequestMessage(HttpMethod.Post, "/v1/extract")
        {
            Content = new StringContent(new string(' ', Limits.MessageBytes + 1), System.Text.Encoding.UTF8, "application/json"),
            Headers = { ExpectContinue = true }, // the answer comes before the body is sent
        };
        using var answer = await services.ExtractorHttp.SendAsync(post);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Null(answer.Headers.RetryAfter); // it would be too large again
        Assert.Contains("message: is over ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<Google.Rpc.Status> ResolveRefusedAsync(ResolveRequest request) => BothWires.RefusedAsync(
        r => _resolver.ResolveAsync(r), services.ResolverHttp, "/v1/resolve", request, HttpStatusCode.TooManyRequests);

    private static void AssertNames(string limit, Google.Rpc.Status refused)
    {
        Assert.Equal((int)Code.ResourceExhausted, refused.Code);
        Assert.Equal(limit, refused.GetDetail<QuotaFailure>()!.Violations.Single().Subject);
        Assert.StartsWith(limit + ": ", refused.Message, StringComparison.Ordinal);
    }
}

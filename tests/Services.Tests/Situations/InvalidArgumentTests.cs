using System.Net;
using EntityRes.V1;
using Google.Rpc;

namespace EntityRes.Services.Tests.Situations;

/// <summary>Empty id, wrong enum, bad date, offsets outside the text or splitting a character, overlapping chains.</summary>
[Collection(RunningServicesGroup.Name)]
public class InvalidArgumentTests(RunningServices services)
{
    private readonly ExtractionService.ExtractionServiceClient _extractor = new(services.Extractor);
    private readonly ResolutionService.ResolutionServiceClient _resolver = new(services.Resolver);

    public static TheoryData<string, ExtractRequest> WrongExtracts => new()
    {
        { "document", new ExtractRequest() },
        { "document.document_date", new ExtractRequest { Document = new Document { DocumentDate = "2025-02-30" } } },
        { "offset_encoding", new ExtractRequest { Document = new Document(), OffsetEncoding = (OffsetEncoding)99 } },
        { "kinds[0]", new ExtractRequest { Document = new Document(), Kinds = { (MentionKind)99 } } },
        { "kinds[1]", new ExtractRequest { Document = new Document(), Kinds = { MentionKind.Role, MentionKind.Unspecified } } },
    };

    public static TheoryData<string, ResolveRequest> WrongResolves => new()
    {
        { "mentions[0].text", Resolve("Zoë 😀", Mention(0, 3, "")) },
        { "mentions[0].type", Resolve("Zoë 😀", Mention(0, 3, "Zoë", EntityType.Unspecified)) },
        { "mentions[0].start", Resolve("Zoë 😀", Mention(-1, 3, "Zoë")) },
        { "mentions[0].end", Resolve("Zoë 😀", Mention(0, 7, "Zoë")) },
        { "mentions[0].end", Resolve("Zoë 😀", Mention(0, 5, "Zoë ")) },
        { "mentions[0].end", Resolve("Zoë 😀", Mention(3, 3, "Zoë")) },
        { "chains[1].mentions[0]", Resolve("Zoë 😀", Mention(0, 3, "Zoë"), [0], [0]) },
        { "chains[0].mentions[0]", Resolve("Zoë 😀", Mention(0, 3, "Zoë"), [7]) },
        { "chains[0].mentions", Resolve("Zoë 😀", Mention(0, 3, "Zoë"), Array.Empty<int>()) },
        { "options.max_candidates", new ResolveRequest { Options = new ResolveOptions { MaxCandidates = 51 } } },
    };

    [Theory]
    [MemberData(nameof(WrongExtracts))]
    public async Task A_wrong_extract_names_its_field(string field, ExtractRequest request) =>
        AssertNames(field, await BothWires.RefusedAsync(
            r => _extractor.ExtractAsync(r), services.ExtractorHttp, "/v1/extract", request, HttpStatusCode.BadRequest));

    [Theory]
    [MemberData(nameof(WrongResolves))]
    public async Task A_wrong_resolve_names_its_field(string field, ResolveRequest request) =>
        AssertNames(field, await BothWires.RefusedAsync(
            r => _resolver.ResolveAsync(r), services.ResolverHttp, "/v1/resolve", request, HttpStatusCode.BadRequest));

    [Theory]
    [MemberData(nameof(WrongExtracts))]
    public async Task Annotate_passes_on_what_the_extractor_refuses(string field, ExtractRequest request)
    {
        var annotate = new AnnotateRequest
        {
            Document = request.Document,
            OffsetEncoding = request.OffsetEncoding,
            Options = new ResolveOptions { Kinds = { request.Kinds } },
        };
        AssertNames(field.Replace("kinds", "options.kinds", StringComparison.Ordinal), await BothWires.RefusedAsync(
            r => _resolver.AnnotateAsync(r), services.ResolverHttp, "/v1/annotate", annotate, HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData("7747")]
    [InlineData("er:short")]
    public async Task A_malformed_id_is_named(string id) =>
        AssertNames("id", await BothWires.RefusedAsync(
            () => _resolver.GetEntityAsync(new GetEntityRequest { Id = id }).ResponseAsync,
            () => services.ResolverHttp.GetAsync(new Uri($"/v1/entities/{id}", UriKind.Relative)), HttpStatusCode.BadRequest));

    [Fact]
    public async Task A_malformed_id_of_a_batch_is_named_and_quoted_shortly()
    {
        var request = new BatchGetEntitiesRequest { Ids = { "Q1", new string('x', 100_000) } };
        var refused = await BothWires.RefusedAsync(
            r => _resolver.BatchGetEntitiesAsync(r), services.ResolverHttp, "/v1/entities:batchGet", request, HttpStatusCode.BadRequest);
        AssertNames("ids[1]", refused);
        Assert.True(refused.Message.Length < 200);
    }

    [Theory]
    [InlineData("q", "")]
    [InlineData("page_size", "q=x&pageSize=101")]
    [InlineData("page_token", "q=x&pageToken=1.abc")]
    public async Task A_wrong_search_names_its_field(string field, string query)
    {
        var request = new SearchEntitiesRequest
        {
            Q = field == "q" ? "" : "x",
            PageSize = field == "page_size" ? 101 : 0,
            PageToken = field == "page_token" ? "1.abc" : "",
        };
        AssertNames(field, await BothWires.RefusedAsync(
            () => _resolver.SearchEntitiesAsync(request).ResponseAsync,
            () => services.ResolverHttp.GetAsync(new Uri($"/v1/entities:search?{query}", UriKind.Relative)), HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task A_wrong_type_of_a_search_is_named() =>
        Errors.AssertInvalid(
            await Assert.ThrowsAsync<Grpc.Core.RpcException>(async () => await _resolver.SearchEntitiesAsync(
                new SearchEntitiesRequest { Q = "x", Types_ = { (EntityType)99 } })),
            "types[0]");

    [Theory]
    [InlineData("{\"document\":")]
    [InlineData("[]")]
    [InlineData("{\"document\":{\"text\":7}}")]
    [InlineData("{\"offsetEncoding\":\"UTF16\"}")]
    [InlineData("{\"document\":{\"text\":\"\\ud800\"}}")]
    public async Task Json_that_is_no_request_is_a_typed_error(string body)
    {
        using var answer = await services.ExtractorHttp.PostJsonAsync("/v1/extract", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"code\":3", (await answer.Content.ReadAsStringAsync()).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static void AssertNames(string field, Google.Rpc.Status refused)
    {
        Assert.Equal((int)Code.InvalidArgument, refused.Code);
        Assert.Equal(field, refused.GetDetail<BadRequest>()!.FieldViolations.Single().Field);
        Assert.StartsWith(field + ": ", refused.Message, StringComparison.Ordinal);
    }

    private static Mention Mention(int start, int end, string text, EntityType type = EntityType.Person) =>
        new() { Start = start, End = end, Text = text, Type = type };

    private static ResolveRequest Resolve(string text, Mention mention, params int[][] chains) => new()
    {
        Document = new Document { Text = text },
        Mentions = { mention },
        Chains = { chains.Select(chain => new Chain { Mentions = { chain } }) },
    };
}

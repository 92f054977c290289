using EntityRes.Hosting;
using EntityRes.Resolver;
using EntityRes.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;

namespace EntityRes.Services.Tests;

[Collection(RunningServicesGroup.Name)]
public class ResolutionServiceTests(RunningServices services)
{
    private readonly ResolutionService.ResolutionServiceClient _client = new(services.Resolver);

    [Theory]
    [InlineData("2010-09-04", "Q23530")]
    [InlineData("2025-09-04", "Q7747")]
    public async Task The_Russian_leader_changes_with_the_date(string date, string id)
    {
        var response = await _client.AnnotateAsync(Annotate("The Russian leader said that talks would continue.", date));
        Assert.Equal(id, IdOf(response, "The Russian leader"));
    }

    [Fact]
    public async Task Names_and_roles_of_one_person_share_an_id()
    {
        var response = await _client.AnnotateAsync(Annotate(
            "Russian President Vladimir Putin met Mark Rutte. The Russian leader laughed, the NATO chief did not. Putin left before Rutte.",
            "2025-09-04"));
        Assert.Equal("Q7747", IdOf(response, "Vladimir Putin"));
        Assert.Equal("Q7747", IdOf(response, "Putin"));
        Assert.Equal("Q7747", IdOf(response, "The Russian leader"));
        Assert.Equal("Q57792", IdOf(response, "Mark Rutte"));
        Assert.Equal("Q57792", IdOf(response, "Rutte"));
        Assert.Equal("Q57792", IdOf(response, "the NATO chief"));
    }

    [Fact]
    public async Task A_role_without_a_date_stays_unresolved_and_says_why()
    {
        var response = await _client.AnnotateAsync(Annotate("The Russian leader said that talks would continue.", ""));
        var resolution = response.Resolutions[response.Mentions.Single(mention => mention.Kind == MentionKind.Role).Chain];
        Assert.Equal(ResolutionStatus.Unresolved, resolution.Status);
        Assert.Equal("", resolution.EntityId);
        Assert.Contains("unknown date", resolution.Explanation.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_outside_the_catalogue_is_minted_once_and_found_by_id_and_name()
    {
        var first = await _client.ResolveAsync(Resolve(("Xyzzy Holdings", EntityType.Organization)));
        var second = await _client.ResolveAsync(Resolve(("XYZZY HOLDINGS", EntityType.Organization)));
        var id = first.Resolutions[0].EntityId;
        Assert.Equal(ResolutionStatus.Minted, first.Resolutions[0].Status);
        Assert.StartsWith("er:", id, StringComparison.Ordinal);
        Assert.Equal(id, second.Resolutions[0].EntityId);
        Assert.Equal("Xyzzy Holdings", (await _client.GetEntityAsync(new GetEntityRequest { Id = id })).Name);
        var found = await _client.SearchEntitiesAsync(new SearchEntitiesRequest { Q = "xyzzy-holdings" });
        Assert.Equal(id, found.Results.Single().Entity.Id);
    }

    [Fact]
    public async Task Without_minting_an_unknown_name_stays_unresolved()
    {
        var request = Resolve(("Plugh Partners", EntityType.Organization));
        request.Options = new ResolveOptions { Mint = false };
        var response = await _client.ResolveAsync(request);
        Assert.Equal(ResolutionStatus.Unresolved, response.Resolutions[0].Status);
        Assert.Empty(response.Entities);
    }

    [Fact]
    public async Task An_explanation_comes_when_asked_for()
    {
        var request = Resolve(("Vladimir Putin", EntityType.Person));
        Assert.Null((await _client.ResolveAsync(request)).Resolutions[0].Explanation);
        request.Options = new ResolveOptions { Explain = true, MaxCandidates = 5 };
        var resolution = (await _client.ResolveAsync(request)).Resolutions[0];
        Assert.Equal(resolution.Candidates[0].Score, resolution.Explanation.Features.Sum(feature => feature.Contribution), tolerance: 1e-3f);
    }

    [Fact]
    public async Task Saliences_sum_to_one_and_descend()
    {
        var response = await _client.AnnotateAsync(Annotate("Angela Merkel met Emmanuel Macron in Paris. Merkel left early.", "2018-03-16"));
        var shares = response.Entities.Select(entity => entity.Salience).ToList();
        Assert.Equal(1f, shares.Sum(), tolerance: 1e-4f);
        Assert.Equal(shares.OrderDescending(), shares);
        Assert.Equal("Q567", response.Entities[0].Id);
    }

    [Fact]
    public async Task The_same_request_has_the_same_answer_byte_for_byte()
    {
        var request = Annotate(await File.ReadAllTextAsync(RepositoryRoot.PathOf("seeds", "articles", "prague-treaty.txt")), "");
        request.Options = new ResolveOptions { Explain = true, MaxCandidates = 5 };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _client.AnnotateAsync(request).ResponseAsync));
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Fact]
    public async Task Several_ids_are_found_in_their_order_and_unknown_ones_are_listed()
    {
        var response = await _client.BatchGetEntitiesAsync(
            new BatchGetEntitiesRequest { Ids = { "Q7747", "Q999999999", "Q159", "er:0000000000000000" } });
        Assert.Equal(["Q7747", "Q159"], response.Entities.Select(entity => entity.Id));
        Assert.Equal(["Q999999999", "er:0000000000000000"], response.UnknownIds);
    }

    [Theory]
    [InlineData("Zelenskyy")]
    [InlineData("Zelenskiy")]
    [InlineData("Zelensky")]
    [InlineData("Volodymyr Oleksandrovych Zelensky")]
    [InlineData("Selenskyj")]
    [InlineData("Zelensy")]
    public async Task A_name_is_found_in_any_variant(string query)
    {
        var response = await _client.SearchEntitiesAsync(new SearchEntitiesRequest { Q = query });
        Assert.Contains("Q3874799", response.Results.Select(result => result.Entity.Id));
    }

    [Fact]
    public async Task The_pages_of_a_search_are_the_whole_search()
    {
        var whole = await _client.SearchEntitiesAsync(new SearchEntitiesRequest { Q = "Georgia", PageSize = 100 });
        var request = new SearchEntitiesRequest { Q = "Georgia", PageSize = 1 };
        var ids = new List<string>();
        do
        {
            var page = await _client.SearchEntitiesAsync(request);
            ids.AddRange(page.Results.Select(result => result.Entity.Id));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Assert.True(ids.Count >= 2);
        Assert.Equal(whole.Results.Select(result => result.Entity.Id), ids);
    }

    [Fact]
    public async Task Wrong_searches_are_refused_by_name()
    {
        await AssertInvalidAsync("q", async () => await _client.SearchEntitiesAsync(new SearchEntitiesRequest()));
        await AssertInvalidAsync("page_size", async () => await _client.SearchEntitiesAsync(new SearchEntitiesRequest { Q = "x", PageSize = 101 }));
        await AssertInvalidAsync("page_token", async () => await _client.SearchEntitiesAsync(new SearchEntitiesRequest { Q = "x", PageToken = "1.abc" }));
        await AssertInvalidAsync("types[0]", async () => await _client.SearchEntitiesAsync(new SearchEntitiesRequest { Q = "x", Types_ = { (EntityType)99 } }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7747")]
    [InlineData("er:short")]
    public async Task An_id_of_no_known_form_is_refused_by_name(string id) =>
        await AssertInvalidAsync("id", async () => await _client.GetEntityAsync(new GetEntityRequest { Id = id }));

    [Theory]
    [InlineData("Q999999999")]
    [InlineData("er:0000000000000000")]
    public async Task An_id_that_nothing_has_is_not_found(string id)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await _client.GetEntityAsync(new GetEntityRequest { Id = id }));
        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
        Assert.Equal("ENTITY_NOT_FOUND", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task Mentions_that_do_not_fit_the_text_are_refused_by_name()
    {
        await AssertRefusedAsync("mentions[0].start", mention => mention.Start = -1);
        await AssertRefusedAsync("mentions[0].end", mention => mention.End = 99);
        await AssertRefusedAsync("mentions[0].end", mention => mention.End = mention.Start);
        await AssertRefusedAsync("mentions[0].text", mention => mention.Text = "Putin");
        await AssertRefusedAsync("mentions[0].text", mention => mention.Text = "");
        await AssertRefusedAsync("mentions[0].type", mention => mention.Type = EntityType.Unspecified);
        await AssertRefusedAsync("mentions[0].kind", mention => mention.Kind = (MentionKind)99);
    }

    [Theory]
    [InlineData("chains[1].mentions[0]", new[] { 0 }, new[] { 0 })]
    [InlineData("chains[0].mentions[0]", new[] { 7 }, new int[0])]
    [InlineData("chains[0].mentions", new int[0], new int[0])]
    public async Task Chains_that_are_no_partition_are_refused_by_name(string field, int[] first, int[] second)
    {
        var request = Resolve(("Angela Merkel", EntityType.Person));
        request.Chains.Add(new Chain { Mentions = { first } });
        request.Chains.Add(new Chain { Mentions = { second } });
        await AssertInvalidAsync(field, async () => await _client.ResolveAsync(request));
    }

    [Fact]
    public async Task Too_many_candidates_are_refused_by_name()
    {
        var request = Resolve(("Angela Merkel", EntityType.Person));
        request.Options = new ResolveOptions { MaxCandidates = 51 };
        await AssertInvalidAsync("options.max_candidates", async () => await _client.ResolveAsync(request));
    }

    [Fact]
    public async Task The_extractor_s_refusal_reaches_the_caller_with_its_details() =>
        await AssertInvalidAsync("document.document_date", async () => await _client.AnnotateAsync(Annotate("Text.", "yesterday")));

    [Fact]
    public async Task Without_an_extractor_annotating_is_unavailable_and_resolving_works()
    {
        await using var lonely = await ResolverHost.BuildAsync([.. RunningServices.FreePorts, "--ExtractorUrl=http://127.0.0.1:1"]);
        await lonely.StartAsync();
        using var channel = GrpcChannel.ForAddress(lonely.GrpcAddress());
        var client = new ResolutionService.ResolutionServiceClient(channel);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await client.AnnotateAsync(Annotate("Angela Merkel.", "")));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Equal("EXTRACTOR_UNAVAILABLE", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal("Q567", (await client.ResolveAsync(Resolve(("Angela Merkel", EntityType.Person)))).Resolutions[0].EntityId);
    }

    private async Task AssertRefusedAsync(string field, Action<Mention> spoil)
    {
        const string Text = "Angela Merkel left.";
        var mention = new Mention { Start = 0, End = 13, Text = "Angela Merkel", Type = EntityType.Person };
        spoil(mention);
        var request = new ResolveRequest { Document = new Document { Text = Text }, Mentions = { mention } };
        await AssertInvalidAsync(field, async () => await _client.ResolveAsync(request));
    }

    private static async Task AssertInvalidAsync(string field, Func<Task> call) =>
        Errors.AssertInvalid(await Assert.ThrowsAsync<RpcException>(call), field);

    private static string IdOf(AnnotateResponse response, string surface) =>
        response.Resolutions[response.Mentions.First(mention => mention.Text == surface).Chain].EntityId;

    private static AnnotateRequest Annotate(string text, string date) =>
        new() { Document = new Document { Text = text, DocumentDate = date } };

    private static ResolveRequest Resolve(params (string Text, EntityType Type)[] mentions) => new()
    {
        Mentions = { mentions.Select(mention => new Mention { Text = mention.Text, Type = mention.Type }) },
    };
}

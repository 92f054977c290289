using EntityRes.Client;
using EntityRes.Hosting;
using EntityRes.V1;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace EntityRes.Services.Tests.Clients;

/// <summary>What the client package does to single calls.</summary>
[Collection(RunningServicesGroup.Name)]
public class CallTests(RunningServices services)
{
    [Fact]
    public async Task The_client_speaks_to_all_three_services()
    {
        using var client = Connect();
        var answer = await client.AnnotateAsync("The Russian leader met Angela Merkel.", "2010-09-04");
        Assert.Equal(["Q23530", "Q567"], answer.Entities.Select(entity => entity.Id).Intersect(["Q23530", "Q567"]).Order(StringComparer.Ordinal));
        var extracted = await client.Extraction.ExtractAsync(new ExtractRequest { Document = new Document { Text = "Angela Merkel spoke." } });
        Assert.Equal("Angela Merkel", Assert.Single(extracted.Mentions).Text);
        var refused = await Assert.ThrowsAsync<RpcException>(
            async () => await client.Catalogue.AddAliasAsync(new AddAliasRequest { Id = "Q567", Author = "ann" }));
        Assert.Equal("alias", Assert.Single(ServiceError.Of(refused).Fields).Name);
    }

    [Fact]
    public async Task A_search_takes_page_after_page_only_as_results_are_taken()
    {
        using var client = Connect();
        var first = await client.Resolution.SearchEntitiesAsync(new SearchEntitiesRequest { Q = "John", PageSize = 100 });
        var found = await client.SearchAsync("John").Take(first.Results.Count + 1).Select(result => result.Entity.Id).ToListAsync();
        Assert.Equal(first.Results.Select(result => result.Entity.Id), found.Take(first.Results.Count));
        Assert.Equal(first.NextPageToken.Length > 0, found.Count > first.Results.Count);
    }

    [Fact]
    public async Task An_idempotent_call_is_sent_again_until_the_service_is_there()
    {
        await using var server = await ScriptedResolver.StartAsync(refusals: 3);
        using var client = new EntityResClient(new EntityResClientOptions { ResolverAddress = server.Address });
        Assert.Equal("Q1", (await client.Resolution.GetEntityAsync(new GetEntityRequest { Id = "Q1" })).Id);
        Assert.Equal(4, server.Calls);
    }

    [Fact]
    public async Task A_call_is_not_sent_a_sixth_time()
    {
        await using var server = await ScriptedResolver.StartAsync(refusals: 100);
        using var client = new EntityResClient(new EntityResClientOptions { ResolverAddress = server.Address });
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await client.Resolution.GetEntityAsync(new GetEntityRequest { Id = "Q1" }));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.Equal(5, server.Calls);
    }

    [Fact]
    public async Task A_change_is_never_sent_twice()
    {
        await using var server = await ScriptedResolver.StartAsync(refusals: 1);
        using var client = new EntityResClient(new EntityResClientOptions { ResolverAddress = server.Address });
        await Assert.ThrowsAsync<RpcException>(async () => await client.Catalogue.AddAliasAsync(new AddAliasRequest { Id = "Q1" }));
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    public void The_contract_says_which_calls_may_be_sent_again() =>
        Assert.Equal(
            new[] { CatalogueService.Descriptor, ExtractionService.Descriptor, ResolutionService.Descriptor }
                .SelectMany(service => service.Methods)
                .Where(method => method.GetOptions() is { IdempotencyLevel: not MethodOptions.Types.IdempotencyLevel.IdempotencyUnknown })
                .Select(method => method.FullName).Order(StringComparer.Ordinal),
            RetryPolicies.Idempotent().Names.Select(name => $"{name.Service}.{name.Method}").Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_call_has_the_default_deadline_unless_it_names_its_own()
    {
        await using var server = await ScriptedResolver.StartAsync(refusals: 0);
        using var client = new EntityResClient(new EntityResClientOptions { ResolverAddress = server.Address, Timeout = TimeSpan.FromMinutes(10) });
        await client.Resolution.GetEntityAsync(new GetEntityRequest { Id = "Q1" });
        Assert.InRange(server.TimeLeft!.Value, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10));
        await client.Resolution.GetEntityAsync(new GetEntityRequest { Id = "Q1" }, deadline: DateTime.UtcNow.AddHours(1));
        Assert.InRange(server.TimeLeft!.Value, TimeSpan.FromMinutes(11), TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Only_the_catalogue_is_shown_the_token()
    {
        await using var server = await ScriptedResolver.StartAsync(refusals: 0);
        using var client = new EntityResClient(new EntityResClientOptions { ResolverAddress = server.Address, AdminToken = "secret" });
        await client.Resolution.GetEntityAsync(new GetEntityRequest { Id = "Q1" });
        Assert.Null(server.Authorization);
        await client.Catalogue.AddAliasAsync(new AddAliasRequest { Id = "Q1" });
        Assert.Equal("Bearer secret", server.Authorization);
    }

    [Fact]
    public async Task All_addresses_of_a_name_are_called_in_turn()
    {
        await using var first = await ScriptedResolver.StartAsync(refusals: 0);
        await using var second = await ScriptedResolver.StartAsync(refusals: 0);
        using var channel = ServiceChannel.Open(
            new Uri("dns:///replicas:50052"), new ServiceChannelSettings(), new NamedAddresses(first.Address, second.Address));
        var resolution = new ResolutionService.ResolutionServiceClient(channel);
        await channel.ConnectAsync();
        for (var call = 0; call < 1_000 && (first.Calls == 0 || second.Calls == 0); call++) // the second connection may come later
            await resolution.GetEntityAsync(new GetEntityRequest { Id = "Q1" });
        var (before, other) = (first.Calls, second.Calls);
        for (var call = 0; call < 10; call++)
            await resolution.GetEntityAsync(new GetEntityRequest { Id = "Q1" });
        Assert.Equal((5, 5), (first.Calls - before, second.Calls - other));
    }

    [Fact]
    public async Task A_name_is_looked_up_and_called()
    {
        await using var server = await ScriptedResolver.StartAsync(refusals: 0);
        using var client = new EntityResClient(new EntityResClientOptions { ResolverAddress = new Uri($"dns:///127.0.0.1:{server.Address.Port}") });
        Assert.Equal("Q1", (await client.Resolution.GetEntityAsync(new GetEntityRequest { Id = "Q1" })).Id);
    }

    [Fact]
    public void Messages_may_be_as_large_as_the_services_allow() =>
        Assert.Equal(Limits.MessageBytes, new EntityResClientOptions().MaxMessageBytes);

    [Fact]
    public void A_wrong_option_is_named()
    {
        AssertNamed(nameof(EntityResClientOptions.ResolverAddress), new() { ResolverAddress = new Uri("ftp://resolver") });
        AssertNamed(nameof(EntityResClientOptions.ResolverAddress), new() { ResolverAddress = new Uri("dns:///") });
        AssertNamed(nameof(EntityResClientOptions.ExtractorAddress), new() { ExtractorAddress = new Uri("extractor", UriKind.Relative) });
        AssertNamed(nameof(EntityResClientOptions.Timeout), new() { Timeout = TimeSpan.Zero });
        AssertNamed(nameof(EntityResClientOptions.StreamInFlight), new() { StreamInFlight = 0 });
        AssertNamed(nameof(EntityResClientOptions.MaxMessageBytes), new() { MaxMessageBytes = 0 });
        AssertNamed(nameof(EntityResClientOptions.AddressRefresh), new() { AddressRefresh = TimeSpan.Zero });
    }

    [Fact]
    public async Task A_container_gives_one_client_with_the_options_set()
    {
        await using var container = new ServiceCollection()
            .AddEntityResClient(options => options.ResolverAddress = new Uri($"http://{services.Resolver.Target}"))
            .BuildServiceProvider();
        var client = container.GetRequiredService<EntityResClient>();
        Assert.Same(client, container.GetRequiredService<EntityResClient>());
        Assert.Equal("Q567", (await client.Resolution.GetEntityAsync(new GetEntityRequest { Id = "Q567" })).Id);
    }

    private static void AssertNamed(string option, EntityResClientOptions options) =>
        Assert.Equal(option, Assert.ThrowsAny<ArgumentException>(() => new EntityResClient(options)).ParamName);

    private EntityResClient Connect() => new(new EntityResClientOptions
    {
        ResolverAddress = new Uri($"http://{services.Resolver.Target}"),
        ExtractorAddress = new Uri($"http://{services.Extractor.Target}"),
    });
}

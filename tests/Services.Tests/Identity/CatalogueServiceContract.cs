using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EntityRes.V1;
using Google.Rpc;
using Grpc.Core;

namespace EntityRes.Services.Tests.Identity;

/// <summary>What CatalogueService must do on every store, seen through two replicas.</summary>
internal sealed class CatalogueServiceContract(TwoResolvers resolvers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs the whole contract.</summary>
    internal async Task HoldAsync()
    {
        await An_own_entity_is_found_by_every_replica();
        await An_own_entity_is_replaced_not_doubled();
        await An_added_name_resolves_to_its_entity();
        await A_name_is_added_to_a_minted_entity();
        await A_new_holder_ends_his_predecessors_tenure();
        await An_office_of_an_own_organisation_can_be_held();
        await A_merged_id_answers_with_its_successor();
        await A_minted_id_that_gets_a_QID_redirects_to_it();
        await A_split_name_is_not_guessed();
        await Judgements_are_remembered_and_conflicts_named();
        await History_and_evidence_are_told();
        await Changes_can_be_watched_and_resumed();
        await Wrong_requests_name_the_field();
        await The_routes_of_json_do_the_same();
    }

    private async Task An_own_entity_is_found_by_every_replica()
    {
        var own = await resolvers.Catalogue.UpsertEntityAsync(new UpsertEntityRequest
        {
            Author = "ann",
            Entity = new Entity
            {
                Name = "Zorblax Industries",
                Type = EntityType.Organization,
                Description = "maker of things",
                Aliases = { "ZBX" },
                ExternalIds = { ["crm"] = "42" },
            },
        });
        Assert.StartsWith("er:", own.Id, StringComparison.Ordinal);
        Assert.Equal("42", own.ExternalIds["crm"]);
        Assert.Equal(own.Id, (await ResolveAsync(resolvers.First, "ZBX")).EntityId); // the very next call
        await SeenAsync(async () => (await ResolveAsync(resolvers.Second, "Zorblax Industries")).Status == ResolutionStatus.Linked);
        Assert.Equal(own.Id, (await ResolveAsync(resolvers.Second, "ZBX")).EntityId);
        Assert.Equal(own, await resolvers.Second.GetEntityAsync(new GetEntityRequest { Id = own.Id }));
        var found = await resolvers.Second.SearchEntitiesAsync(new SearchEntitiesRequest { Q = "zorblax industries" });
        Assert.Equal([own.Id], found.Results.Select(result => result.Entity.Id));
    }

    private async Task An_own_entity_is_replaced_not_doubled()
    {
        var first = await UpsertAsync("Quuxatron Ltd", "QXT");
        var second = await resolvers.Catalogue.UpsertEntityAsync(new UpsertEntityRequest
        {
            Author = "ann",
            Entity = new Entity { Id = first.Id, Name = "Quuxatron Group", Type = EntityType.Organization },
        });
        Assert.Equal(first.Id, second.Id);
        Assert.Equal(first.Id, (await ResolveAsync(resolvers.First, "Quuxatron Group")).EntityId);
        Assert.NotEqual(ResolutionStatus.Linked, (await ResolveAsync(resolvers.First, "QXT")).Status);
    }

    private async Task An_added_name_resolves_to_its_entity()
    {
        var changed = await resolvers.Catalogue.AddAliasAsync(new AddAliasRequest { Id = "Q567", Alias = "Frau Bundeskanzlerin Zett", Author = "ann" });
        Assert.Contains("Frau Bundeskanzlerin Zett", changed.Aliases);
        Assert.Contains("Merkel", string.Join(' ', changed.Aliases.Append(changed.Name)), StringComparison.Ordinal);
        var resolution = await ResolveAsync(resolvers.First, "Frau Bundeskanzlerin Zett", EntityType.Person);
        Assert.Equal("Q567", resolution.EntityId);
    }

    private async Task A_name_is_added_to_a_minted_entity()
    {
        var minted = await ResolveAsync(resolvers.First, "Blorptown Ventures");
        Assert.Equal(ResolutionStatus.Minted, minted.Status);
        await resolvers.Catalogue.AddAliasAsync(new AddAliasRequest { Id = minted.EntityId, Alias = "Blorp", Author = "ann" });
        Assert.Equal(minted.EntityId, (await ResolveAsync(resolvers.First, "Blorp")).EntityId);
        Assert.Equal(minted.EntityId, (await ResolveAsync(resolvers.First, "Blorptown Ventures")).EntityId);
    }

    private async Task A_new_holder_ends_his_predecessors_tenure()
    {
        var tenure = new Tenure { Office = "President of Russia", Holder = "Q567", Start = "2031-01-01" };
        var written = await resolvers.Catalogue.UpsertTenureAsync(new UpsertTenureRequest { Author = "ann", Tenure = tenure });
        Assert.Equal(tenure, written);
        Assert.Equal("Q567", (await ResolveRoleAsync(resolvers.First, "the Russian president", "2031-06-01")).EntityId);
        Assert.Equal("Q7747", (await ResolveRoleAsync(resolvers.First, "the Russian president", "2030-06-01")).EntityId);
        await SeenAsync(async () => (await ResolveRoleAsync(resolvers.Second, "the Russian president", "2031-06-01")).EntityId == "Q567");
    }

    private async Task An_office_of_an_own_organisation_can_be_held()
    {
        await UpsertAsync("Fizzbuzz Holdings", "Fizzbuzz");
        var head = await resolvers.Catalogue.UpsertEntityAsync(new UpsertEntityRequest
        {
            Author = "ann",
            Entity = new Entity { Name = "Jana Zweistein", Type = EntityType.Person },
        });
        await resolvers.Catalogue.UpsertTenureAsync(new UpsertTenureRequest
        {
            Author = "ann",
            Tenure = new Tenure { Office = "chief executive of Fizzbuzz Holdings", Holder = head.Id, Start = "2024" },
        });
        Assert.Equal(head.Id, (await ResolveRoleAsync(resolvers.First, "the Fizzbuzz chief executive", "2025-01-01")).EntityId);
    }

    private async Task A_merged_id_answers_with_its_successor()
    {
        var minted = await ResolveAsync(resolvers.First, "Snargle Bank");
        var other = await ResolveAsync(resolvers.First, "Snargle Banking Group");
        var merged = await resolvers.Catalogue.MergeEntitiesAsync(new MergeEntitiesRequest
        {
            Id = minted.EntityId,
            Into = other.EntityId,
            Author = "ann",
            Reason = "one bank",
        });
        Assert.Equal(other.EntityId, merged.Id);
        Assert.Equal([minted.EntityId], merged.MergedFrom);
        Assert.Equal(merged, await resolvers.First.GetEntityAsync(new GetEntityRequest { Id = minted.EntityId }));
        var resolved = await resolvers.First.ResolveAsync(Request("Snargle Bank", EntityType.Organization));
        Assert.Equal(other.EntityId, resolved.Resolutions[0].EntityId);
        Assert.Equal([minted.EntityId], resolved.Entities[0].MergedFrom);
        await SeenAsync(async () => (await ResolveAsync(resolvers.Second, "Snargle Bank")).EntityId == other.EntityId);
        await RefusedAsync(StatusCode.FailedPrecondition, resolvers.Catalogue.MergeEntitiesAsync(new MergeEntitiesRequest
        {
            Id = other.EntityId,
            Into = minted.EntityId,
            Author = "ann",
        }));
    }

    private async Task A_minted_id_that_gets_a_QID_redirects_to_it()
    {
        var minted = await ResolveAsync(resolvers.First, "Grommet Airways");
        var promoted = await resolvers.Catalogue.UpsertEntityAsync(new UpsertEntityRequest
        {
            Author = "ann",
            Entity = new Entity
            {
                Id = minted.EntityId,
                Name = "Grommet Airways",
                Type = EntityType.Organization,
                ExternalIds = { ["wikidata"] = "Q990000001" },
            },
        });
        Assert.Equal("Q990000001", promoted.Id);
        Assert.Equal([minted.EntityId], promoted.MergedFrom);
        Assert.Equal("Q990000001", (await ResolveAsync(resolvers.First, "Grommet Airways")).EntityId);
        Assert.Equal("Q990000001", (await resolvers.First.GetEntityAsync(new GetEntityRequest { Id = minted.EntityId })).Id);
    }

    private async Task A_split_name_is_not_guessed()
    {
        var minted = await ResolveAsync(resolvers.First, "Wibble Partners");
        var split = await resolvers.Catalogue.SplitEntityAsync(new SplitEntityRequest
        {
            Id = minted.EntityId,
            Names = { "Wibble Partners", "Wibble Partners", "Wibble Partners of Ulm" },
            Author = "ann",
        });
        Assert.Equal(4, split.Successors.Select(entity => entity.Id).Append(minted.EntityId).Distinct().Count());
        var old = await resolvers.First.GetEntityAsync(new GetEntityRequest { Id = minted.EntityId });
        Assert.Equal(minted.EntityId, old.Id);
        Assert.Equal(split.Successors.Select(entity => entity.Id), old.SplitInto);
        Assert.Equal(ResolutionStatus.Unresolved, (await ResolveAsync(resolvers.First, "Wibble Partners")).Status);
        Assert.Equal(split.Successors[2].Id, (await ResolveAsync(resolvers.First, "Wibble Partners of Ulm")).EntityId);
        await RefusedAsync(StatusCode.FailedPrecondition, resolvers.Catalogue.AssertSameAsync(new AssertRequest
        {
            First = split.Successors[0].Id,
            Second = split.Successors[1].Id,
            Author = "bob",
        }));
    }

    private async Task Judgements_are_remembered_and_conflicts_named()
    {
        var (one, other, third) = (
            await ResolveAsync(resolvers.First, "Plonk One"), await ResolveAsync(resolvers.First, "Plonk Two"),
            await ResolveAsync(resolvers.First, "Plonk Three"));
        var judgement = await resolvers.Catalogue.AssertDifferentAsync(new AssertRequest
        {
            First = one.EntityId,
            Second = other.EntityId,
            Author = "ann",
            Reason = "asked both",
        });
        Assert.Equal(("ann", "asked both", false), (judgement.Author, judgement.Reason, judgement.Same));
        await resolvers.Catalogue.AssertSameAsync(new AssertRequest { First = one.EntityId, Second = third.EntityId, Author = "ann" });
        Assert.Equal(
            (await ResolveAsync(resolvers.First, "Plonk One")).EntityId, (await ResolveAsync(resolvers.First, "Plonk Three")).EntityId);
        await SeenAsync(async () =>
            (await resolvers.Second.GetEntityAsync(new GetEntityRequest { Id = third.EntityId, IncludeHistory = true })).History.Count == 2);
        var refused = await RefusedAsync(StatusCode.FailedPrecondition, resolvers.SecondCatalogue.AssertSameAsync(new AssertRequest
        {
            First = third.EntityId,
            Second = other.EntityId,
            Author = "bob",
        }));
        Assert.Equal("JUDGEMENT_CONFLICT", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Contains("by ann at", refused.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("asked both", refused.Status.Detail, StringComparison.Ordinal);
    }

    private async Task History_and_evidence_are_told()
    {
        ResolveResponse? seen = null;
        for (var i = 0; i < 3; i++)
        {
            var request = Request("Flimflam Mutual", EntityType.Organization);
            request.Document = new Document { Id = $"doc-{i % 2}", DocumentDate = $"2024-05-0{i + 1}" };
            seen = await resolvers.First.ResolveAsync(request);
        }

        var id = seen!.Resolutions[0].EntityId;
        await SeenAsync(async () => (await GetAsync(id)).Evidence.Sightings == 2); // doc-0 came twice
        var evidence = (await GetAsync(id)).Evidence;
        Assert.Equal(["doc-0", "doc-1"], evidence.DocumentIds);
        Assert.Equal(("2024-05-01", "2024-05-02"), (evidence.FirstSeen, evidence.LastSeen));
        Assert.Equal(2, evidence.Names["Flimflam Mutual"]);
        await resolvers.Catalogue.AddAliasAsync(new AddAliasRequest { Id = id, Alias = "FFM Mutual", Author = "ann" });
        Assert.Equal([ChangeKind.Upserted, ChangeKind.Upserted], (await GetAsync(id)).History.Select(entry => entry.Kind));
        Assert.Empty((await resolvers.First.GetEntityAsync(new GetEntityRequest { Id = id })).History);
    }

    private async Task Changes_can_be_watched_and_resumed()
    {
        var minted = await ResolveAsync(resolvers.Second, "Watched Firm");
        var start = await resolvers.SecondCatalogue.AddAliasAsync(new AddAliasRequest { Id = minted.EntityId, Alias = "Watched Co", Author = "ann" });
        await resolvers.SecondCatalogue.MergeEntitiesAsync(new MergeEntitiesRequest { Id = start.Id, Into = "Q567", Author = "ann" });

        var kinds = await ReadAsync(minted.EntityId, "0", 4);
        Assert.Equal(
            [ChangeKind.Minted, ChangeKind.Upserted, ChangeKind.Upserted, ChangeKind.Merged], kinds.Select(change => change.Kind));
        var resumed = await ReadAsync(minted.EntityId, kinds[1].Cursor, 2);
        Assert.Equal(kinds.Skip(2), resumed);
        await FromNowOnAsync();
        await RefusedAsync(StatusCode.InvalidArgument, async () =>
        {
            using var wrong = resolvers.Catalogue.WatchChanges(new WatchChangesRequest { Cursor = "nonsense" });
            await wrong.ResponseStream.MoveNext(default);
        });
    }

    // When exactly "now" is only the service knows: names are added until the first is told.
    private async Task FromNowOnAsync()
    {
        using var call = resolvers.Catalogue.WatchChanges(new WatchChangesRequest());
        using var patience = new CancellationTokenSource(Patience);
        var told = call.ResponseStream.MoveNext(patience.Token);
        for (var i = 0; !told.IsCompleted; i++)
            await resolvers.Catalogue.AddAliasAsync(new AddAliasRequest { Id = "Q7747", Alias = $"Now {i}", Author = "now" });
        Assert.True(await told);
        Assert.Equal("now", call.ResponseStream.Current.Author);
    }

    private async Task<List<Change>> ReadAsync(string id, string cursor, int count)
    {
        using var call = resolvers.Catalogue.WatchChanges(new WatchChangesRequest { Cursor = cursor });
        using var patience = new CancellationTokenSource(Patience);
        var changes = new List<Change>();
        while (changes.Count < count && await call.ResponseStream.MoveNext(patience.Token))
        {
            if (call.ResponseStream.Current.EntityIds.Contains(id))
                changes.Add(call.ResponseStream.Current);
        }

        return changes;
    }

    private async Task Wrong_requests_name_the_field()
    {
        var catalogue = resolvers.Catalogue;
        var entity = new Entity { Name = "X1", Type = EntityType.Person };
        await InvalidAsync("author", catalogue.UpsertEntityAsync(new UpsertEntityRequest { Entity = entity }));
        await InvalidAsync("entity", catalogue.UpsertEntityAsync(new UpsertEntityRequest { Author = "a" }));
        await InvalidAsync("entity.name", catalogue.UpsertEntityAsync(new UpsertEntityRequest { Author = "a", Entity = new Entity { Type = EntityType.Person } }));
        await InvalidAsync("entity.type", catalogue.UpsertEntityAsync(new UpsertEntityRequest { Author = "a", Entity = new Entity { Name = "X1" } }));
        await InvalidAsync("entity.id", catalogue.UpsertEntityAsync(new UpsertEntityRequest
        {
            Author = "a",
            Entity = new Entity { Id = "x", Name = "X1", Type = EntityType.Person },
        }));
        await InvalidAsync("alias", catalogue.AddAliasAsync(new AddAliasRequest { Id = "Q567", Alias = "...", Author = "a" }));
        await InvalidAsync("into", catalogue.MergeEntitiesAsync(new MergeEntitiesRequest { Id = "Q567", Into = "Q567", Author = "a" }));
        await InvalidAsync("names", catalogue.SplitEntityAsync(new SplitEntityRequest { Id = "Q567", Names = { "A1" }, Author = "a" }));
        await InvalidAsync("second", catalogue.AssertSameAsync(new AssertRequest { First = "Q567", Second = "Q567", Author = "a" }));
        await InvalidAsync("tenure.start", catalogue.UpsertTenureAsync(new UpsertTenureRequest
        {
            Author = "a",
            Tenure = new Tenure { Office = "President of Russia", Holder = "Q567", Start = "soon" },
        }));
        await InvalidAsync("tenure.office", catalogue.UpsertTenureAsync(new UpsertTenureRequest
        {
            Author = "a",
            Tenure = new Tenure { Office = "Grand Poobah of Nowhere", Holder = "Q567", Start = "2024" },
        }));
        await InvalidAsync("tenure.end", catalogue.UpsertTenureAsync(new UpsertTenureRequest
        {
            Author = "a",
            Tenure = new Tenure { Office = "President of Russia", Holder = "Q567", Start = "2024", End = "2023" },
        }));
        await RefusedAsync(StatusCode.NotFound, catalogue.AddAliasAsync(new AddAliasRequest { Id = "Q999999999", Alias = "X1", Author = "a" }));
        await RefusedAsync(StatusCode.NotFound, catalogue.AddAliasAsync(new AddAliasRequest { Id = "er:zzzzzzzzzzzzzzzz", Alias = "X1", Author = "a" }));
        await RefusedAsync(StatusCode.ResourceExhausted, catalogue.AddAliasAsync(new AddAliasRequest
        {
            Id = "Q567",
            Alias = new string('x', 2_000),
            Author = "a",
        }));
    }

    private async Task The_routes_of_json_do_the_same()
    {
        using var created = await resolvers.Http.PostAsJsonAsync(
            "/v1/entities", new { author = "ann", entity = new { name = "Json Works", type = "ENTITY_TYPE_ORGANIZATION" } });
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        using var named = await resolvers.Http.PostAsJsonAsync($"/v1/entities/{id}:addAlias", new { author = "ann", alias = "JSW" });
        Assert.Equal(HttpStatusCode.OK, named.StatusCode);
        using var merged = await resolvers.Http.PostAsJsonAsync($"/v1/entities/{id}:merge", new { author = "ann", into = "Q567" });
        Assert.Equal("Q567", (await merged.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString());
        using var refused = await resolvers.Http.PostAsJsonAsync(
            "/v1/judgements:different", new { author = "ann", first = id, second = "Q567" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(9, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetInt32());
    }

    private async Task<Entity> UpsertAsync(string name, string alias) =>
        await resolvers.Catalogue.UpsertEntityAsync(new UpsertEntityRequest
        {
            Author = "ann",
            Entity = new Entity { Name = name, Type = EntityType.Organization, Aliases = { alias } },
        });

    private async Task<Entity> GetAsync(string id) =>
        await resolvers.First.GetEntityAsync(new GetEntityRequest { Id = id, IncludeHistory = true });

    private static ResolveRequest Request(string name, EntityType type) => new() { Mentions = { new Mention { Text = name, Type = type } } };

    private static async Task<V1.Resolution> ResolveAsync(
        ResolutionService.ResolutionServiceClient client, string name, EntityType type = EntityType.Organization) =>
        (await client.ResolveAsync(Request(name, type))).Resolutions[0];

    private static async Task<V1.Resolution> ResolveRoleAsync(ResolutionService.ResolutionServiceClient client, string role, string date) =>
        (await client.ResolveAsync(new ResolveRequest
        {
            Document = new Document { DocumentDate = date },
            Mentions = { new Mention { Text = role, Type = EntityType.Person, Kind = MentionKind.Role } },
        })).Resolutions[0];

    private static Task<RpcException> RefusedAsync<T>(StatusCode status, AsyncUnaryCall<T> call) =>
        RefusedAsync(status, async () => await call);

    private static async Task<RpcException> RefusedAsync(StatusCode status, Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(status, refused.StatusCode);
        return refused;
    }

    private static async Task InvalidAsync<T>(string field, AsyncUnaryCall<T> call)
    {
        var refused = await RefusedAsync(StatusCode.InvalidArgument, call);
        Assert.Equal(field, refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations[0].Field);
    }

    // Replicas read the ledger some times a second.
    private static async Task SeenAsync(Func<Task<bool>> isSeen)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await isSeen())
            await timer.WaitForNextTickAsync(patience.Token);
    }
}

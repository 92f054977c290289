using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Scoring;
using EntityRes.Resolver;
using EntityRes.Resolver.Identity;
using EntityRes.V1;
using Grpc.Core;
using EntityType = EntityRes.V1.EntityType;

namespace EntityRes.Services.Tests.Identity;

/// <summary>Random histories of two editors on one store: no id ever stops answering, no judgement is ever broken.</summary>
internal sealed class HistoryContract : IDisposable
{
    private const int Names = 12;
    private static readonly EntityCatalogue Catalogue = ShippedCatalogue.LoadOr(null);
    private static readonly ScoringModel Model = ScoringModel.Load();

    private readonly Random _random;
    private readonly IIdentityStore _store;
    private readonly LiveCatalogue[] _live;
    private readonly EntityDirectory[] _directories;
    private readonly CatalogueEditor[] _editors;
    private readonly HashSet<string> _ids = new(["Q567", "Q7747", "Q22686"], StringComparer.Ordinal);
    private readonly List<(string First, string Second, bool Same)> _judged = [];
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    /// <summary>Prepares a history.</summary>
    /// <param name="seed">Chooses it.</param>
    /// <param name="store">Where it is kept; may hold others already.</param>
    internal HistoryContract(int seed, IIdentityStore store)
    {
        _random = new Random(seed);
        _store = store;
        _live = [.. Enumerable.Range(0, 2).Select(_ => new LiveCatalogue(Catalogue, Model, store, TimeProvider.System))];
        _directories = [.. _live.Select(live => new EntityDirectory(live, store))];
        _editors = [.. _live.Zip(_directories, (live, directory) => new CatalogueEditor(live, directory, TimeProvider.System))];
    }

    /// <summary>Lives through so many decisions and checks every promise after each tenth.</summary>
    internal async Task HoldAsync(int decisions)
    {
        for (var i = 0; i < Names; i++)
            _ids.Add((await new CanonicalIdAssigner(_store).AssignAsync([Sighting(i)], mint: true, default))[0]!.Entity.Id);
        for (var i = 1; i <= decisions; i++)
        {
            try
            {
                await DecideAsync(_editors[_random.Next(2)]);
            }
            catch (RpcException refused) when (refused.StatusCode is StatusCode.FailedPrecondition or StatusCode.InvalidArgument)
            {
                // What contradicts an earlier decision is refused; the promises say whether rightly.
            }

            if (i % 10 == 0)
                await AssertPromisesAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_live, live => live.Dispose());

    private NameSighting Sighting(int name) => new(Resolution.EntityType.Person, $"Xara {(char)('A' + name)}lbrecht{_run}", "", null);

    private string AnyId() => _ids.ElementAt(_random.Next(_ids.Count));

    private async Task DecideAsync(CatalogueEditor editor)
    {
        var (first, second) = (AnyId(), AnyId());
        switch (_random.Next(7))
        {
            case 0 or 1:
                await editor.MergeAsync(new MergeEntitiesRequest { Id = first, Into = second, Author = "ann" }, default);
                _judged.Add((first, second, true));
                break;
            case 2:
                await editor.JudgeAsync(new AssertRequest { First = first, Second = second, Author = "ann" }, isSame: true, default);
                _judged.Add((first, second, true));
                break;
            case 3:
                await editor.JudgeAsync(new AssertRequest { First = first, Second = second, Author = "bob" }, isSame: false, default);
                _judged.Add((first, second, false));
                break;
            case 4:
                await SplitAsync(editor, first);
                break;
            case 5:
                await PromoteAsync(editor, first);
                break;
            default:
                await editor.AddAliasAsync(new AddAliasRequest { Id = first, Alias = $"Alias {_random.Next(100)} {_run}", Author = "ann" }, default);
                break;
        }
    }

    private async Task SplitAsync(CatalogueEditor editor, string id)
    {
        var request = new SplitEntityRequest { Id = id, Names = { Sighting(_random.Next(Names)).Name, $"Part {_random.Next(100)} {_run}" }, Author = "ann" };
        var successors = (await editor.SplitAsync(request, default)).Successors;
        _ids.UnionWith(successors.Select(entity => entity.Id));
        _judged.Add((successors[0].Id, successors[1].Id, false));
    }

    private async Task PromoteAsync(CatalogueEditor editor, string id)
    {
        if (!MintedId.IsWellFormed(id))
            return;
        var promoted = await editor.UpsertEntityAsync(
            new UpsertEntityRequest
            {
                Author = "ann",
                Entity = new Entity { Id = id, Name = $"Promoted {_run}", Type = EntityType.Person, ExternalIds = { ["wikidata"] = $"Q99{_random.Next(1_000_000)}" } },
            },
            default);
        _ids.Add(promoted.Id);
        _judged.Add((id, promoted.Id, true));
    }

    private async Task AssertPromisesAsync()
    {
        foreach (var live in _live)
            await live.CatchUpAsync(default);
        var ids = _ids.ToList();
        var answers = new List<Entity?[]>();
        foreach (var directory in _directories)
            answers.Add(await directory.FindAsync(_ => "id", ids, includeHistory: true, default));
        Assert.Equal(answers[0], answers[1]); // replicas agree
        var canonical = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Count; i++)
        {
            Assert.True(answers[0][i] is not null, $"{ids[i]} stopped answering");
            canonical[ids[i]] = answers[0][i]!.Id;
            Assert.True(ids[i] == canonical[ids[i]] || answers[0][i]!.MergedFrom.Contains(ids[i]));
        }

        Assert.All(canonical.Values, id => Assert.Equal(id, _live[0].Current.Ledger.Canonical(id))); // no redirect leads to a redirect
        Assert.All(_judged, judged => Assert.Equal(judged.Same, canonical[judged.First] == canonical[judged.Second]));
    }
}

using System.Collections.Concurrent;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.V1;
using Grpc.Core;

namespace EntityRes.Services.Tests.Identity;

/// <summary>Many clients that all resolve the same new names, each in an order of its own, whatever dies meanwhile.</summary>
/// <param name="resolve">Sends a request to the resolver that serves the client with a number now.</param>
internal sealed class MintingStorm(Func<int, ResolutionService.ResolutionServiceClient> resolve)
{
    private const int Clients = 64;
    private const int Names = 2_000;
    private const int NamesAtOnce = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> _idsByName = new(StringComparer.Ordinal);
    private int _answers;

    /// <summary>Runs all clients to their end.</summary>
    /// <param name="disasters">What happens when so many thousandths of all answers were given, ascending.</param>
    internal async Task RunAsync(params (int Thousandths, Func<Task> Happens)[] disasters)
    {
        using var patience = new CancellationTokenSource(Patience);
        var clients = Enumerable.Range(0, Clients).Select(client => Task.Run(() => RunClientAsync(client, patience.Token))).ToArray();
        var all = Clients * Names / NamesAtOnce;
        foreach (var (thousandths, happens) in disasters)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
            while (Volatile.Read(ref _answers) < all * thousandths / 1_000)
                await timer.WaitForNextTickAsync(patience.Token);
            Assert.True(_idsByName.Count < Names, "everything was minted before anything happened");
            await happens();
        }

        await Task.WhenAll(clients);
    }

    /// <summary>Checks that every name has one id, that every acknowledged id answers, and that nothing was doubled.</summary>
    /// <param name="survivor">A resolver that is alive.</param>
    /// <param name="store">The store, for counting.</param>
    internal async Task AssertNothingLostOrDoubledAsync(ResolutionService.ResolutionServiceClient survivor, IIdentityStore store)
    {
        Assert.Equal(Names, _idsByName.Count);
        Assert.Empty(_idsByName.Where(pair => pair.Value.Count != 1).Take(3));
        var ids = _idsByName.Values.SelectMany(found => found.Keys).ToList();
        Assert.Equal(Names, ids.Distinct().Count());
        foreach (var some in ids.Chunk(500))
        {
            var found = await survivor.BatchGetEntitiesAsync(new BatchGetEntitiesRequest { Ids = { some } });
            Assert.Empty(found.UnknownIds);
            Assert.Equal(some, found.Entities.Select(entity => entity.Id));
        }

        var remembered = new List<string>();
        await foreach (var (_, record) in store.ReadAllFamiliesAsync(default))
            remembered.AddRange(MintedFamily.Parse(record).Members.Select(member => member.Id));
        Assert.Equal(ids.Order(StringComparer.Ordinal), remembered.Order(StringComparer.Ordinal));
    }

    private async Task RunClientAsync(int client, CancellationToken cancellationToken)
    {
        var names = Enumerable.Range(0, Names).Select(i => $"Gesellschaft {NameOf(i)}").ToArray();
        new Random(client).Shuffle(names);
        foreach (var some in names.Chunk(NamesAtOnce))
        {
            var request = new ResolveRequest
            {
                Mentions = { some.Select(name => new Mention { Text = name, Type = EntityType.Organization }) },
            };
            var answer = await ResolveUntilAnsweredAsync(client, request, cancellationToken);
            for (var i = 0; i < some.Length; i++)
                _idsByName.GetOrAdd(some[i], _ => new(StringComparer.Ordinal))[answer.Resolutions[i].EntityId] = true;
            Interlocked.Increment(ref _answers);
        }
    }

    // What was refused or cut off is asked again, of whoever serves the client by then.
    private async Task<ResolveResponse> ResolveUntilAnsweredAsync(int client, ResolveRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await resolve(client).ResolveAsync(request, cancellationToken: cancellationToken);
            }
            catch (RpcException failed) when (failed.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.ResourceExhausted
                && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    // Letters only: numbers at the end of a name are folded like any other character, but no company is called so.
    private static string NameOf(int number)
    {
        Span<char> letters = stackalloc char[5];
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = (char)('a' + (number % 13));
            number /= 13;
        }

        letters[0] = char.ToUpperInvariant(letters[0]);
        return $"Xq{letters}";
    }
}

using EntityRes.Resolution;
using EntityRes.Resolution.CanonicalIds;

namespace EntityRes.Services.Tests.Stores;

/// <summary>What every store of canonical ids must do, whatever it is made of.</summary>
internal static class CanonicalIdStoreContract
{
    private const int Callers = 64;
    private const int Names = 500;
    private const int MentionLimit = 10_000;

    // Names of this run's own: a server that the environment names may remember those of an earlier run.
    private static readonly string Run = Guid.NewGuid().ToString("N");

    /// <summary>Runs the whole contract on two instances that share one state (they may be the same instance).</summary>
    internal static async Task HoldAsync(ICanonicalIdStore store, ICanonicalIdStore replica)
    {
        await What_was_minted_is_found(store, replica);
        await The_first_sighting_wins(store, replica);
        await An_id_may_occur_twice_in_one_call(store);
        await Unknown_ids_are_absent(store);
        await Nothing_asked_is_nothing_answered(store);
        await Names_of_any_characters_come_back_as_they_were(store, replica);
        await As_many_entities_as_a_document_may_have_are_one_call(store, replica);
        await Concurrent_first_sightings_agree(store, replica);
        await A_cancelled_call_is_refused(store);
        Assert.True(await store.IsUsableAsync(default));
    }

    internal static MintedEntity Entity(string name, EntityType type = EntityType.Organization) =>
        new(MintedId.Of(type, name), type, name);

    private static MintedEntity EntityOfRun(string name, EntityType type = EntityType.Organization) => Entity($"{name} {Run}", type);

    private static async Task What_was_minted_is_found(ICanonicalIdStore store, ICanonicalIdStore replica)
    {
        var minted = await store.MintAsync([EntityOfRun("Acme Corp."), EntityOfRun("Jane Doe", EntityType.Person)], default);
        Assert.Equal([$"Acme Corp. {Run}", $"Jane Doe {Run}"], minted.Select(entity => entity.Name));
        Assert.Equal(minted, await replica.FindAsync([.. minted.Select(entity => entity.Id)], default));
    }

    private static async Task The_first_sighting_wins(ICanonicalIdStore store, ICanonicalIdStore replica)
    {
        var first = await store.MintAsync([EntityOfRun("Globex")], default);
        var second = await replica.MintAsync([EntityOfRun("GLOBEX")], default);
        Assert.Equal(first, second);
        Assert.Equal($"Globex {Run}", second[0].Name);
    }

    private static async Task An_id_may_occur_twice_in_one_call(ICanonicalIdStore store)
    {
        var minted = await store.MintAsync([EntityOfRun("Initech"), EntityOfRun("Hooli"), EntityOfRun("INITECH")], default);
        Assert.Equal([$"Initech {Run}", $"Hooli {Run}", $"Initech {Run}"], minted.Select(entity => entity.Name));
    }

    private static async Task Unknown_ids_are_absent(ICanonicalIdStore store)
    {
        var known = EntityOfRun("Umbrella");
        await store.MintAsync([known], default);
        Assert.Equal([null, known, null], await store.FindAsync(["er:0000000000000000", known.Id, ""], default));
    }

    private static async Task Nothing_asked_is_nothing_answered(ICanonicalIdStore store)
    {
        Assert.Empty(await store.MintAsync([], default));
        Assert.Empty(await store.FindAsync([], default));
    }

    private static async Task Names_of_any_characters_come_back_as_they_were(ICanonicalIdStore store, ICanonicalIdStore replica)
    {
        string[] names = ["Łódź \"Ltd\"", "東京\n株式会社", "a\0b", "😀 Inc", new string('x', 1000)];
        var proposals = names.Select(name => EntityOfRun(name)).ToList();
        await store.MintAsync(proposals, default);
        Assert.Equal(proposals, await replica.FindAsync([.. proposals.Select(entity => entity.Id)], default));
    }

    private static async Task As_many_entities_as_a_document_may_have_are_one_call(ICanonicalIdStore store, ICanonicalIdStore replica)
    {
        var proposals = Enumerable.Range(0, MentionLimit).Select(i => EntityOfRun($"Branch {i}")).ToArray();
        Assert.Equal(proposals, await store.MintAsync(proposals, default));
        Assert.Equal(proposals, await replica.FindAsync([.. proposals.Select(entity => entity.Id)], default));
    }

    private static async Task Concurrent_first_sightings_agree(ICanonicalIdStore store, ICanonicalIdStore replica)
    {
        // Every caller writes the names in a spelling of its own: whose spelling is kept shows who won.
        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var spellings = Enumerable.Range(0, Names).Select(name => EntityOfRun($"Company {name}" + new string('.', caller))).ToArray();
            new Random(caller).Shuffle(spellings);
            var minted = new Dictionary<string, MintedEntity>(StringComparer.Ordinal);
            foreach (var batch in spellings.Chunk(25))
            {
                foreach (var entity in await (caller % 2 == 0 ? store : replica).MintAsync(batch, default))
                    minted.Add(entity.Id, entity);
            }

            return minted;
        })));
        Assert.All(answers, answer => Assert.Equal(answers[0].OrderBy(pair => pair.Key), answer.OrderBy(pair => pair.Key)));
        Assert.Equal(Names, answers[0].Count);
    }

    private static async Task A_cancelled_call_is_refused(ICanonicalIdStore store)
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.MintAsync([EntityOfRun("Late")], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.FindAsync(["er:0000000000000000"], cancelled));
    }
}

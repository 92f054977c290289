using EntityRes.Resolution;
using EntityRes.Resolution.CanonicalIds;

namespace EntityRes.Services.Tests.Stores;

/// <summary>What every store of identity must do, whatever it is made of.</summary>
internal static class IdentityStoreContract
{
    private const int Callers = 64;
    private const int Names = 500;
    private const int MentionLimit = 10_000;

    // Names of this run's own: a server that the environment names may remember those of an earlier run.
    private static readonly string Run = Guid.NewGuid().ToString("N");

    /// <summary>Runs the whole contract on two instances that share one state (they may be the same instance).</summary>
    internal static async Task HoldAsync(IIdentityStore store, IIdentityStore replica)
    {
        await What_was_minted_is_found(store, replica);
        await The_first_sighting_wins(store, replica);
        await A_name_may_occur_twice_in_one_document(store);
        await Who_comes_late_reads_the_winner(store, replica);
        await Unknown_families_are_absent(store);
        await Nothing_asked_is_nothing_answered(store);
        await Names_of_any_characters_come_back_as_they_were(store, replica);
        await As_many_names_as_a_document_may_have_are_one_call(store, replica);
        await Concurrent_first_sightings_agree(store, replica);
        await Every_minted_id_is_announced_once(store, replica);
        await All_families_can_be_read(store, replica);
        await The_ledger_takes_an_entry_only_after_the_last(store, replica);
        await Concurrent_entries_are_all_there_in_one_order(store, replica);
        await A_cancelled_call_is_refused(store);
        await Foreign_positions_are_refused(store);
        Assert.True(await store.IsUsableAsync(default));
    }

    internal static NameSighting Sighting(string name, EntityType type = EntityType.Organization) => new(type, name, "", Date: null);

    /// <summary>Mints names as a document does.</summary>
    internal static async Task<IReadOnlyList<MintedEntity>> MintAsync(IIdentityStore store, params IReadOnlyList<NameSighting> sightings) =>
        [.. (await new CanonicalIdAssigner(store).AssignAsync(sightings, mint: true, default)).Select(one => one!.Entity)];

    /// <summary>Reads remembered entities by id.</summary>
    internal static async Task<IReadOnlyList<MintedEntity?>> FindAsync(IIdentityStore store, IEnumerable<string> ids)
    {
        var wanted = ids.ToList();
        var records = await store.ReadFamiliesAsync([.. wanted.Select(MintedId.FamilyOf)], default);
        return [.. wanted.Zip(records, (id, record) => record is null ? null : MintedFamily.Parse(record).Find(id))];
    }

    private static NameSighting OfRun(string name, EntityType type = EntityType.Organization) => Sighting($"{name} {Run}", type);

    private static async Task What_was_minted_is_found(IIdentityStore store, IIdentityStore replica)
    {
        var minted = await MintAsync(store, OfRun("Acme Corp."), OfRun("Jane Doe", EntityType.Person));
        Assert.Equal([$"Acme Corp. {Run}", $"Jane Doe {Run}"], minted.Select(entity => entity.Name));
        var found = await FindAsync(replica, minted.Select(entity => entity.Id));
        Assert.Equal(minted.Select(entity => (entity.Id, entity.Type, entity.Name)), found.Select(entity => (entity!.Id, entity.Type, entity.Name)));
    }

    private static async Task The_first_sighting_wins(IIdentityStore store, IIdentityStore replica)
    {
        var first = await MintAsync(store, OfRun("Globex"));
        var second = await MintAsync(replica, OfRun("GLOBEX"));
        Assert.Equal(first[0].Id, second[0].Id);
        Assert.Equal($"Globex {Run}", second[0].Name);
    }

    private static async Task A_name_may_occur_twice_in_one_document(IIdentityStore store)
    {
        var minted = await MintAsync(store, OfRun("Initech"), OfRun("Hooli"), OfRun("INITECH"));
        Assert.Equal([$"Initech {Run}", $"Hooli {Run}", $"Initech {Run}"], minted.Select(entity => entity.Name));
    }

    private static async Task Who_comes_late_reads_the_winner(IIdentityStore store, IIdentityStore replica)
    {
        var family = MintedId.FamilyOf(MintedId.Of(EntityType.Product, $"Race {Run}"));
        Assert.Equal(["first"], await store.WriteFamiliesAsync([new FamilyChange(family, null, "first", [])], default));
        Assert.Equal(["first"], await replica.WriteFamiliesAsync([new FamilyChange(family, null, "second", [])], default));
        Assert.Equal(["third"], await replica.WriteFamiliesAsync([new FamilyChange(family, "first", "third", [])], default));
        Assert.Equal(["third"], await store.ReadFamiliesAsync([family], default));
        await store.WriteFamiliesAsync([new FamilyChange(family, "third", MintedFamily.Empty.Mint(OfRun("Race")).Family.ToText(), [])], default);
    }

    private static async Task Unknown_families_are_absent(IIdentityStore store)
    {
        var known = (await MintAsync(store, OfRun("Umbrella")))[0];
        var found = await store.ReadFamiliesAsync(["000000000000", MintedId.FamilyOf(known.Id)], default);
        Assert.Equal([true, false], found.Select(record => record is null));
    }

    private static async Task Nothing_asked_is_nothing_answered(IIdentityStore store)
    {
        Assert.Empty(await store.WriteFamiliesAsync([], default));
        Assert.Empty(await store.ReadFamiliesAsync([], default));
    }

    private static async Task Names_of_any_characters_come_back_as_they_were(IIdentityStore store, IIdentityStore replica)
    {
        string[] names = ["Łódź \"Ltd\"", "東京\n株式会社", "a\0b", "😀 Inc", new string('x', 1000)];
        var sightings = names.Select(name => OfRun(name)).ToList();
        var minted = await MintAsync(store, sightings);
        var found = await FindAsync(replica, minted.Select(entity => entity.Id));
        Assert.Equal(sightings.Select(sighting => sighting.Name), found.Select(entity => entity!.Name));
    }

    private static async Task As_many_names_as_a_document_may_have_are_one_call(IIdentityStore store, IIdentityStore replica)
    {
        var sightings = Enumerable.Range(0, MentionLimit).Select(i => OfRun($"Branch {i}")).ToArray();
        var minted = await MintAsync(store, sightings);
        Assert.Equal(sightings.Select(sighting => sighting.Name), minted.Select(entity => entity.Name));
        Assert.All(await FindAsync(replica, minted.Select(entity => entity.Id)), Assert.NotNull);
    }

    private static async Task Concurrent_first_sightings_agree(IIdentityStore store, IIdentityStore replica)
    {
        // Every caller writes the names in a spelling of its own: whose spelling is kept shows who won.
        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var spellings = Enumerable.Range(0, Names).Select(name => OfRun($"Company {name}" + new string('.', caller))).ToArray();
            new Random(caller).Shuffle(spellings);
            var minted = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var batch in spellings.Chunk(25))
            {
                foreach (var entity in await MintAsync(caller % 2 == 0 ? store : replica, batch))
                    minted.Add(entity.Id, entity.Name);
            }

            return minted;
        })));
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Equal(Names, answers[0].Count);
    }

    private static async Task Every_minted_id_is_announced_once(IIdentityStore store, IIdentityStore replica)
    {
        var end = await store.FindEndOfMintedAsync(default);
        var minted = await MintAsync(store, [.. Enumerable.Range(0, 100).Select(i => OfRun($"Announced {i}"))]);
        await MintAsync(replica, [.. Enumerable.Range(0, 100).Select(i => OfRun($"ANNOUNCED {i}"))]);
        var announced = new List<string>();
        while (await replica.ReadMintedAsync(end, 10, default) is { Count: > 0 } events)
        {
            announced.AddRange(events.Select(one => one.Id));
            end = events[^1].Position;
        }

        Assert.Equal(minted.Select(entity => entity.Id).Order(StringComparer.Ordinal), announced.Order(StringComparer.Ordinal));
        Assert.Equal(end, await store.FindEndOfMintedAsync(default));
        Assert.NotEmpty(await replica.ReadMintedAsync(IIdentityStore.Beginning, 10, default));
    }

    private static async Task All_families_can_be_read(IIdentityStore store, IIdentityStore replica)
    {
        var minted = (await MintAsync(store, OfRun("Among all")))[0];
        var families = new List<string>();
        await foreach (var (family, record) in replica.ReadAllFamiliesAsync(default))
        {
            Assert.NotEmpty(record);
            families.Add(family);
        }

        Assert.Contains(MintedId.FamilyOf(minted.Id), families);
        Assert.True(families.Count >= MentionLimit);
        Assert.Equal(families.Count, families.Distinct().Count());
    }

    private static async Task The_ledger_takes_an_entry_only_after_the_last(IIdentityStore store, IIdentityStore replica)
    {
        var end = await FindEndOfLedgerAsync(store);
        var first = await store.AppendAsync("one \"Łódź\"\n", end, default);
        Assert.NotNull(first);
        Assert.Null(await replica.AppendAsync("late", end, default));
        Assert.Null(await replica.AppendAsync("late", IIdentityStore.Beginning, default));
        var second = await replica.AppendAsync("two", first, default);
        Assert.Equal(
            [new LoggedEntry(first, "one \"Łódź\"\n"), new LoggedEntry(second!, "two")], await store.ReadLedgerAsync(end, 10, default));
        Assert.Equal([new LoggedEntry(first, "one \"Łódź\"\n")], await store.ReadLedgerAsync(end, 1, default));
    }

    private static async Task Concurrent_entries_are_all_there_in_one_order(IIdentityStore store, IIdentityStore replica)
    {
        const int writers = 8;
        const int entries = 10;
        var end = await FindEndOfLedgerAsync(store);
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var mine = writer % 2 == 0 ? store : replica;
            for (var i = 0; i < entries; i++)
            {
                while (await mine.AppendAsync($"{writer}-{i}", await FindEndOfLedgerAsync(mine), default) is null)
                {
                    // Somebody was faster.
                }
            }
        })));
        var written = await store.ReadLedgerAsync(end, 1_000, default);
        Assert.Equal(written, await replica.ReadLedgerAsync(end, 1_000, default));
        Assert.Equal(writers * entries, written.Select(logged => logged.Entry).Distinct().Count());
    }

    private static async Task A_cancelled_call_is_refused(IIdentityStore store)
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await store.WriteFamiliesAsync([new FamilyChange("000000000000", null, "x", [])], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.ReadFamiliesAsync(["000000000000"], cancelled));
    }

    private static async Task Foreign_positions_are_refused(IIdentityStore store) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.ReadMintedAsync("nonsense", 10, default));

    private static async Task<string> FindEndOfLedgerAsync(IIdentityStore store)
    {
        var position = IIdentityStore.Beginning;
        while (await store.ReadLedgerAsync(position, 1_000, default) is { Count: > 0 } entries)
            position = entries[^1].Position;
        return position;
    }
}

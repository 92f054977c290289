using CsCheck;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Ledger;

namespace EntityRes.Resolution.Tests.Ledger;

/// <summary>Whatever people decide in whatever order: no id is lost, no judgement is broken.</summary>
public class LedgerHistoryTests
{
    private static readonly string[] Ids =
        [.. Enumerable.Range(1, 5).Select(i => $"Q{i}"), .. Enumerable.Range(1, 9).Select(i => $"er:000000000000000{i}")];

    private static readonly LedgerEntryKind[] Kinds =
        [LedgerEntryKind.Merged, LedgerEntryKind.Merged, LedgerEntryKind.Same, LedgerEntryKind.Different, LedgerEntryKind.Split];

    private static readonly Gen<string> AnyId = Gen.Int[0, Ids.Length - 1].Select(i => Ids[i]);

    private static readonly Gen<LedgerEntry> Entries = Gen.Select(
        Gen.Int[0, Kinds.Length - 1].Select(i => Kinds[i]), AnyId, AnyId, AnyId, Gen.Int[0, 1_000_000],
        (kind, first, second, third, time) => new LedgerEntry(
            kind, kind == LedgerEntryKind.Split ? [first, second, third] : [first, second], "ann", "", DateTimeOffset.FromUnixTimeSeconds(time))
        {
            Entities = kind != LedgerEntryKind.Split ? null
                : [new OwnEntity(second, EntityType.Person, "A", "", [], []), new OwnEntity(third, EntityType.Person, "B", "", [], [])],
        });

    [Fact]
    public void Every_history_keeps_every_promise() => Entries.Array[1, 60].Sample(history =>
    {
        var state = LedgerState.Empty;
        var kept = new List<LedgerEntry>();
        foreach (var entry in history)
        {
            var isRefused = state.FindConflict(entry) is not null;
            var next = state.With(entry);
            Assert.Equal(isRefused, ReferenceEquals(state, next));
            state = next;
            if (!isRefused)
                kept.Add(entry);
            AssertPromises(state, kept);
        }
    });

    [Fact]
    public void Replicas_that_read_the_same_entries_agree() => Entries.Array[1, 60].Sample(history =>
    {
        var one = history.Aggregate(LedgerState.Empty, (state, entry) => state.With(entry));
        var other = history.Select(entry => LedgerEntry.Parse(entry.ToText())).Aggregate(LedgerState.Empty, (state, entry) => state.With(entry));
        foreach (var id in Ids)
        {
            Assert.Equal(one.Canonical(id), other.Canonical(id));
            Assert.Equal(one.Successors(id), other.Successors(id));
            Assert.Equal(one.DifferentFrom(id), other.DifferentFrom(id));
        }
    });

    private static void AssertPromises(LedgerState state, List<LedgerEntry> kept)
    {
        foreach (var id in Ids)
        {
            var canonical = state.Canonical(id);
            Assert.Equal(canonical, state.Canonical(canonical)); // one step, hence no cycle
            Assert.True(id == canonical || state.MergedFrom(canonical).Contains(id));
            Assert.All(state.MergedFrom(id), merged => Assert.Equal(id, state.Canonical(merged)));
            Assert.DoesNotContain(canonical, state.DifferentFrom(id));
            Assert.All(state.DifferentFrom(id), other => Assert.Equal(other, state.Canonical(other)));
            if (!MintedId.IsWellFormed(id))
                Assert.False(MintedId.IsWellFormed(canonical));
        }

        foreach (var entry in kept)
        {
            switch (entry.Kind)
            {
                case LedgerEntryKind.Merged or LedgerEntryKind.Same:
                    Assert.Equal(state.Canonical(entry.Ids[0]), state.Canonical(entry.Ids[1]));
                    break;
                case LedgerEntryKind.Different:
                    Assert.NotEqual(state.Canonical(entry.Ids[0]), state.Canonical(entry.Ids[1]));
                    break;
                case LedgerEntryKind.Split:
                    Assert.Equal([entry.Ids[1], entry.Ids[2]], state.Successors(entry.Ids[0]));
                    Assert.NotEqual(state.Canonical(entry.Ids[1]), state.Canonical(entry.Ids[2]));
                    break;
            }
        }
    }
}

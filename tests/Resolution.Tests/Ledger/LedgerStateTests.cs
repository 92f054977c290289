using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Ledger;

namespace EntityRes.Resolution.Tests.Ledger;

public class LedgerStateTests
{
    private const string Minted = "er:0000000000000001";
    private const string OtherMinted = "er:0000000000000002";

    [Fact]
    public void A_merged_id_answers_with_its_successor_and_the_successor_says_so()
    {
        var state = After(Merged(Minted, "Q1"));
        Assert.Equal("Q1", state.Canonical(Minted));
        Assert.Equal([Minted], state.MergedFrom("Q1"));
    }

    [Fact]
    public void Chains_of_merges_are_one_step_long()
    {
        var state = After(Merged(Minted, OtherMinted), Merged(OtherMinted, "Q1"), Merged("Q1", "Q2"));
        Assert.All([Minted, OtherMinted, "Q1"], id => Assert.Equal("Q2", state.Canonical(id)));
        Assert.Equal([Minted, OtherMinted, "Q1"], state.MergedFrom("Q2").Order(StringComparer.Ordinal).OrderByDescending(id => id[0] == 'e'));
    }

    [Theory]
    [InlineData("Q1", Minted, "Q1")]
    [InlineData(Minted, "Q1", "Q1")]
    [InlineData("Q1", "Q2", "Q1")]
    [InlineData(OtherMinted, Minted, Minted)]
    public void Of_two_that_are_the_same_the_item_of_Wikidata_stays_else_the_smaller_id(string first, string second, string stays)
    {
        var state = After(Judged(LedgerEntryKind.Same, first, second));
        Assert.Equal((stays, stays), (state.Canonical(first), state.Canonical(second)));
    }

    [Fact]
    public void An_item_of_Wikidata_never_gives_way_to_a_minted_id() =>
        AssertRefused("never gives way", [], Merged("Q1", Minted));

    [Fact]
    public void A_merge_that_would_turn_an_earlier_one_round_is_refused_and_names_it() =>
        Assert.Equal(LedgerEntryKind.Merged, AssertRefused("already gave way", [Merged("Q1", "Q2")], Merged("Q2", "Q1")).Earlier!.Kind);

    [Fact]
    public void What_was_judged_different_is_never_merged_not_even_through_others()
    {
        var different = Judged(LedgerEntryKind.Different, "Q1", "Q2");
        LedgerEntry[] before = [different, Merged(Minted, "Q1"), Merged(OtherMinted, "Q2")];
        Assert.Same(different, AssertRefused("judged different", before, Judged(LedgerEntryKind.Same, Minted, OtherMinted)).Earlier);
        Assert.Same(different, AssertRefused("judged different", before, Merged(Minted, OtherMinted)).Earlier);
    }

    [Fact]
    public void What_was_merged_cannot_be_judged_different()
    {
        var merged = Merged(Minted, "Q1");
        Assert.Same(merged, AssertRefused("are one entity", [merged], Judged(LedgerEntryKind.Different, Minted, "Q1")).Earlier);
    }

    [Fact]
    public void A_split_id_names_its_successors_which_stay_apart()
    {
        var split = Split(Minted, "er:0000000000000011", "er:0000000000000012");
        var state = After(split);
        Assert.Equal(Minted, state.Canonical(Minted));
        Assert.Equal(["er:0000000000000011", "er:0000000000000012"], state.Successors(Minted));
        AssertRefused("judged different", [split], Judged(LedgerEntryKind.Same, "er:0000000000000011", "er:0000000000000012"));
        AssertRefused("was split", [split], Merged(Minted, "Q1"));
        AssertRefused("was split before", [split], Split(Minted, "er:0000000000000013", "er:0000000000000014"));
    }

    [Fact]
    public void History_is_that_of_all_ids_that_became_one()
    {
        var state = After(Merged(Minted, OtherMinted), Merged(OtherMinted, "Q1"), Judged(LedgerEntryKind.Different, "Q1", "Q2"));
        Assert.Equal(
            [LedgerEntryKind.Merged, LedgerEntryKind.Merged, LedgerEntryKind.Different], state.History(Minted).Select(entry => entry.Kind));
    }

    [Fact]
    public void An_entry_comes_back_from_its_text()
    {
        var entry = Split(Minted, "er:0000000000000011", "er:0000000000000012") with
        {
            Reason = "two firms \"Łódź\"\n",
            Entities = [new OwnEntity("er:0000000000000011", EntityType.Organization, "A", "", ["x"], ["crm:1"]),
                new OwnEntity("er:0000000000000012", EntityType.Organization, "B", "b", [], [])],
        };
        var read = LedgerEntry.Parse(entry.ToText());
        Assert.Equal(entry.ToText(), read.ToText());
        Assert.Equal(entry.Time, read.Time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"kind":4,"ids":["Q1"],"author":"a","reason":"","time":"2025-01-01T00:00:00Z"}""")]
    [InlineData("""{"kind":99,"ids":["Q1","Q2"],"author":"a","reason":"","time":"2025-01-01T00:00:00Z"}""")]
    [InlineData("nonsense")]
    [InlineData("""{"kind":1,"ids":["Q1"],"author":"a","reason":"","time":"2025-01-01T00:00:00Z","entities":[{"id":"Q1","type":1}]}""")]
    [InlineData("""{"kind":3,"ids":["Q1"],"author":"a","reason":"","time":"2025-01-01T00:00:00Z","tenure":{"office":"x"}}""")]
    public void A_line_that_is_no_entry_is_refused(string text) => Assert.Throws<InvalidDataException>(() => LedgerEntry.Parse(text));

    private static LedgerConflict AssertRefused(string reason, LedgerEntry[] before, LedgerEntry entry)
    {
        var state = After(before);
        var conflict = state.FindConflict(entry);
        Assert.NotNull(conflict);
        Assert.Contains(reason, conflict.Reason, StringComparison.Ordinal);
        Assert.Same(state, state.With(entry));
        return conflict;
    }

    private static LedgerState After(params LedgerEntry[] entries) => entries.Aggregate(LedgerState.Empty, (state, entry) => state.With(entry));

    private static LedgerEntry Merged(string id, string into) => Judged(LedgerEntryKind.Merged, id, into);

    private static LedgerEntry Split(string id, params string[] successors) => Judged(LedgerEntryKind.Split, [id, .. successors]) with
    {
        Entities = [.. successors.Select(successor => new OwnEntity(successor, EntityType.Person, "John Doe", "", [], []))],
    };

    private static LedgerEntry Judged(LedgerEntryKind kind, params string[] ids) => new(kind, ids, "ann", "", DateTimeOffset.UnixEpoch);
}

using EntityRes.Resolution.NilClusters;
using EntityRes.Text;
using Xunit;

namespace EntityRes.Resolution.Tests.NilClusters;

public class ContextSignatureTests
{
    private const int Seed = 20260;

    [Fact]
    public void Same_features_in_any_order_give_the_same_signature()
    {
        ulong[] features = [Feature("a"), Feature("b"), Feature("a"), Feature("c")];
        var forward = ContextSignature.Of(features);
        Array.Reverse(features);
        Assert.Equal(forward, ContextSignature.Of(features));
        Assert.Equal(3, forward.Count);
        Assert.Equal(4, forward.Weight);
    }

    [Theory]
    [InlineData("a b c", "a b c", 1.0, "equal")]
    [InlineData("a b c", "d e f", 0.0, "nothing in common")]
    [InlineData("a b", "a b c d e f", 1.0, "the smaller is contained")]
    [InlineData("a a b", "a c c", 1.0 / 3, "the lesser weight of a shared feature counts")]
    [InlineData("", "a", 0.0, "nothing known")]
    public void Similarity_is_the_shared_weight_over_the_smaller(string one, string other, double expected, string reason)
    {
        Assert.True(Math.Abs(expected - Of(one).Similarity(Of(other))) < 1e-9, reason);
        Assert.Equal(Of(one).Similarity(Of(other)), Of(other).Similarity(Of(one)));
    }

    [Theory]
    [InlineData("a a b ~c", "d d e ~f", false, "much known, other countries, nothing in common")]
    [InlineData("a a b ~c", "a d e ~f", true, "something in common")]
    [InlineData("a a b ~c", "d d ~f ~c", true, "one country in common")]
    [InlineData("a a b c", "d d e ~f", true, "no country is known of one")]
    [InlineData("a a b ~c", "~d", true, "little is known of one")]
    [InlineData("", "", true, "nothing is known")]
    public void Bearers_part_only_when_enough_is_known(string one, string other, bool expected, string reason) =>
        Assert.True(expected == Of(one).Compatible(Of(other), new ContextLimits(LeastWeight: 4, LeastSimilarity01: 0.2)), reason);

    [Fact]
    public void Merging_is_bounded_and_symmetric_and_keeps_the_heaviest()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 200; round++)
        {
            var (one, other) = (AtRandom(random), AtRandom(random));
            var merged = one.Merge(other);
            Assert.Equal(merged, other.Merge(one));
            Assert.InRange(merged.Count, Math.Max(one.Count, other.Count), ContextSignature.MostFeatures);
            Assert.Equal(one, one.Merge(ContextSignature.Empty));
        }

        var collected = Of("core core core");
        for (var i = 0; i < 1000; i++)
            collected = collected.Merge(Of($"core x{i}"));
        Assert.True(collected.Similarity(Of("core")) == 1);
    }

    [Fact]
    public void Text_form_round_trips_within_256_bytes()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 500; round++)
        {
            var signature = AtRandom(random);
            var text = signature.ToText();
            Assert.True(text.Length <= ContextSignature.MostTextLength && text.Length <= 256 && text.All(char.IsAscii), $"seed {Seed}, round {round}");
            Assert.True(ContextSignature.TryParse(text, out var parsed), $"seed {Seed}, round {round}");
            Assert.Equal(signature, parsed);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("1")]
    [InlineData("2AAAAAAE")]
    [InlineData("1AAAA")]
    [InlineData("1AAAAAAA")] // a weight of nothing
    [InlineData("1****")]
    public void Foreign_text_is_refused(string? text) => Assert.False(ContextSignature.TryParse(text, out _));

    [Fact]
    public void Builder_takes_content_words_but_not_the_name_nor_stop_words()
    {
        const string Text = "On Monday the sculptor Ann Example said that her bronze statues were sold.";
        var name = new TextSpan(Text.IndexOf("Ann", StringComparison.Ordinal), Text.IndexOf(" said", StringComparison.Ordinal));
        var signature = new ContextFeatures().AddWordsNear(Text, name).ToSignature();
        Assert.Equal(4, signature.Count); // sculptor, bronze, statue, sold
        var other = new ContextFeatures().AddWordsNear("A bronze statue by Example", new TextSpan(19, 26)).ToSignature();
        Assert.Equal(1, signature.Similarity(other));
    }

    [Fact]
    public void Builder_parts_bearers_by_entities_countries_and_roles()
    {
        var coach = new ContextFeatures().AddEntity("Q1", 0.5).AddCountry("Q2").AddRole("the former coach").ToSignature();
        var judge = new ContextFeatures().AddEntity("Q3", 0.5).AddCountry("Q4").AddRole("a federal judge").ToSignature();
        Assert.Equal(0, coach.Similarity(judge));
        Assert.True(coach.Similarity(new ContextFeatures().AddRole("Coach").AddCountry("Q2").ToSignature()) == 1);
        Assert.Equal(ContextSignature.Empty, new ContextFeatures().AddEntity("", 1).AddCountry("").AddRole("").ToSignature());
    }

    [Fact]
    public void A_feature_counts_as_often_as_it_weighs()
    {
        var country = StableHash.Of("Q30", 0xC1) | ContextSignature.CountryBit;
        var entity = StableHash.Of("Q5", 0xC0) & ~ContextSignature.CountryBit;
        Assert.Equal(
            ContextSignature.Of([country, country, entity, entity, entity, entity, entity, entity]),
            new ContextFeatures().AddEntity("Q5", 0.5).AddCountry("Q30").ToSignature());
        Assert.Equal(
            ContextSignature.Of([country, country, country, country]),
            new ContextFeatures().AddCountry("Q30").AddCountry("Q30").ToSignature());
    }

    // Of a country when it begins with ~.
    private static ulong Feature(string name) =>
        name[0] == '~' ? StableHash.Of(name) | ContextSignature.CountryBit : StableHash.Of(name) & ~ContextSignature.CountryBit;

    private static ContextSignature Of(string features) =>
        ContextSignature.Of([.. features.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Feature)]);

    private static ContextSignature AtRandom(Random random) =>
        ContextSignature.Of([.. Enumerable.Range(0, random.Next(0, 400)).Select(_ => Feature(random.Next(0, 120).ToString(System.Globalization.CultureInfo.InvariantCulture)))]);
}

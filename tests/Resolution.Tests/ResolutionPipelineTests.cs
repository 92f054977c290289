using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Scoring;
using EntityRes.Text;

namespace EntityRes.Resolution.Tests;

public class ResolutionPipelineTests
{
    private static readonly ResolutionPipeline Pipeline = new(SmallCatalogue.Instance, ScoringModel.Load());

    [Theory]
    [InlineData("Vladimir Putin", EntityType.Person, "Q7747", "the name")]
    [InlineData("Putin", EntityType.Person, "Q7747", "an alias")]
    [InlineData("PUTIN", EntityType.Person, "Q7747", "headline case")]
    [InlineData("Volodymyr Zelenskiy", EntityType.Person, "Q3874799", "another transliteration")]
    [InlineData("U.S.", EntityType.Location, "Q30", "acronym with dots")]
    [InlineData("Russians", EntityType.Group, "Q159", "noun of origin")]
    [InlineData("Russian", EntityType.Group, "Q159", "adjective of origin")]
    [InlineData("the Kremlin", EntityType.Organization, "Q13189", "article")]
    [InlineData("Kiev", EntityType.Location, "Q1899", "former spelling")]
    public void A_name_of_the_catalogue_is_linked(string surface, EntityType type, string id, string reason)
    {
        var decision = Resolve(null, Named(surface, type))[0];
        Assert.True(decision.Kind == DecisionKind.Linked, reason);
        Assert.Equal(id, SmallCatalogue.Instance.Entities[decision.Entity].Id);
        Assert.InRange(decision.Confidence01, 0.5f, 1f);
    }

    [Theory]
    [InlineData("Putin", EntityType.Location, "no place is called so")]
    [InlineData("Xyzzy Holdings", EntityType.Organization, "unknown name")]
    [InlineData("Paris Hilton", EntityType.Person, "a name that contains a known one")]
    public void A_name_outside_the_catalogue_is_nil(string surface, EntityType type, string reason)
    {
        var decision = Resolve(null, Named(surface, type))[0];
        Assert.True(decision.Kind == DecisionKind.Nil, reason);
        Assert.Equal(MintedId.Of(type, surface), decision.Minted!.Id);
    }

    [Theory]
    [InlineData("Tbilisi", "Q230")]
    [InlineData("New York", "Q1428")]
    public void An_ambiguous_name_means_the_reading_that_fits_the_document(string beside, string id)
    {
        var decision = Resolve(null, Named("Georgia", EntityType.Location), Named(beside, EntityType.Location))[0];
        Assert.Equal(id, SmallCatalogue.Instance.Entities[decision.Entity].Id);
        Assert.Equal(2, decision.Candidates.Count);
    }

    [Fact]
    public void The_representative_decides_for_its_chain()
    {
        var chain = new ChainQuery(
            [new("Putin", MentionForm.Named, EntityType.Person), new("Fyodor Putin", MentionForm.Named, EntityType.Person)], 1, EntityType.Person);
        Assert.Equal(DecisionKind.Nil, Pipeline.Resolve(new DocumentQuery([chain], null, Explain: false), default)[0].Kind);
    }

    [Fact]
    public void A_role_resolves_to_the_id_of_the_name()
    {
        var decisions = Resolve("2025-09-04", Named("Putin", EntityType.Person), Role("The Russian leader", EntityType.Person));
        Assert.Equal(decisions[0].Entity, decisions[1].Entity);
    }

    [Fact]
    public void The_capital_of_a_country_is_a_role_too()
    {
        var decision = Resolve(null, Role("the French capital", EntityType.Location))[0];
        Assert.Equal("Q90", SmallCatalogue.Instance.Entities[decision.Entity].Id);
    }

    [Fact]
    public void An_unresolved_role_says_why_and_who_it_might_be()
    {
        var decision = Resolve(null, Role("the Russian leader", EntityType.Person))[0];
        Assert.Equal(DecisionKind.Unresolved, decision.Kind);
        Assert.Equal(2, decision.Candidates.Count);
        Assert.Contains("unknown date", decision.Explanation!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_contributions_of_an_explanation_sum_to_the_score()
    {
        var query = new DocumentQuery([Named("Georgia", EntityType.Location)], null, Explain: true);
        var decision = Pipeline.Resolve(query, default)[0];
        var explanation = decision.Explanation!;
        Assert.Equal(decision.Candidates[0].Score, explanation.Features.Sum(feature => feature.Contribution), tolerance: 1e-4f);
        Assert.NotEqual(-1, explanation.RunnerUp);
    }

    [Theory]
    [InlineData("Georgia", "", PlaceSense.Region, "Q1428", "said to be a state")]
    [InlineData("Cambridge", "Massachusetts", PlaceSense.Unsaid, "Q49111", "lies there")]
    [InlineData("Cambridge", "Ukraine", PlaceSense.Unsaid, "", "lies elsewhere")]
    [InlineData("Cambridge", "", PlaceSense.Region, "", "said to be no city")]
    public void The_text_says_which_place_is_meant(string name, string region, PlaceSense sense, string id, string reason)
    {
        var mention = new MentionQuery(name, MentionForm.Named, EntityType.Location, Region: region.Length > 0 ? region : null, Sense: sense);
        var decision = Resolve(null, new ChainQuery([mention], 0, EntityType.Location))[0];
        Assert.True((decision.Entity < 0 ? "" : SmallCatalogue.Instance.Entities[decision.Entity].Id) == id, reason);
    }

    [Theory]
    [InlineData(EntityType.Group)]
    [InlineData(EntityType.Location)]
    public void An_adjective_of_origin_is_linked_even_where_it_is_taken_for_a_place(EntityType type) =>
        Assert.Equal(DecisionKind.Linked, Resolve(null, Named("Ukrainian", type))[0].Kind);

    [Fact]
    public void Only_as_many_candidates_are_listed_as_asked_for()
    {
        var query = new DocumentQuery([Named("Georgia", EntityType.Location)], null, Explain: false);
        Assert.Equal(2, Pipeline.Resolve(query, default)[0].Candidates.Count);
        Assert.Single(Pipeline.Resolve(query with { MostCandidates = 1 }, default)[0].Candidates);
    }

    [Fact]
    public void A_pronoun_alone_stays_unresolved()
    {
        var chain = new ChainQuery([new("he", MentionForm.Pronoun, EntityType.Person)], 0, EntityType.Person);
        Assert.Equal(DecisionKind.Unresolved, Pipeline.Resolve(new DocumentQuery([chain], null, Explain: false), default)[0].Kind);
    }

    [Fact]
    public void Cancellation_is_honoured() =>
        Assert.Throws<OperationCanceledException>(() => Pipeline.Resolve(
            new DocumentQuery([Named("Putin", EntityType.Person)], null, Explain: false), new CancellationToken(canceled: true)));

    private static IReadOnlyList<Decision> Resolve(string? asOf, params ChainQuery[] chains) => Pipeline.Resolve(
        new DocumentQuery(chains, PartialDate.TryParse(asOf, out var date) ? date : null, Explain: false), default);

    private static ChainQuery Named(string surface, EntityType type) => new([new(surface, MentionForm.Named, type)], 0, type);

    private static ChainQuery Role(string surface, EntityType type) => new([new(surface, MentionForm.Role, type)], 0, type);
}

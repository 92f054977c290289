using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Tests.Candidates;

public class CandidateGeneratorTests
{
    [Theory]
    [InlineData("Vladimir Putin", EntityType.Person, "Q7747", MatchKind.Exact)]
    [InlineData("VLADIMIR PUTIN", EntityType.Person, "Q7747", MatchKind.Folded)]
    [InlineData("Russians", EntityType.Group, "Q159", MatchKind.Demonym)]
    [InlineData("Oval Office", EntityType.Organization, "Q35525", MatchKind.Metonym)]
    [InlineData("Cambridge, Massachusetts", EntityType.Location, "Q49111", MatchKind.RegionSuffixed)]
    [InlineData("Cambridge, Massachusetts, US", EntityType.Location, "Q49111", MatchKind.RegionSuffixed)]
    [InlineData("Toyota Motor Corp.", EntityType.Organization, "Q53268", MatchKind.Stripped)]
    [InlineData("Volkswagen Group", EntityType.Organization, "Q53268", MatchKind.Stripped)]
    [InlineData("Mr Putin", EntityType.Person, "Q7747", MatchKind.Stripped)]
    [InlineData("V. Putin", EntityType.Person, "Q7747", MatchKind.Initials)]
    [InlineData("V.V. Putin", EntityType.Person, "Q7747", MatchKind.Initials)]
    [InlineData("G. W. Bush", EntityType.Person, "Q207", MatchKind.Initials)]
    [InlineData("Putin Vladimir", EntityType.Person, "Q7747", MatchKind.NameParts)]
    [InlineData("Putin, Vladimir Vladimirovich", EntityType.Person, "Q7747", MatchKind.NameParts)]
    [InlineData("Volodymyr O. Zelensky", EntityType.Person, "Q3874799", MatchKind.NameParts)]
    [InlineData("Volodymyr Zelenskiy", EntityType.Person, "Q3874799", MatchKind.Transliterated)]
    [InlineData("Jens Stoltenbreg", EntityType.Person, "Q57665", MatchKind.Fuzzy)]
    [InlineData("United Natoins", EntityType.Organization, "Q1065", MatchKind.Fuzzy)]
    public void A_name_finds_its_entity_by_the_first_source_that_knows_it(string surface, EntityType type, string id, MatchKind match)
    {
        var candidate = Assert.Single(Generate(type, surface));
        Assert.Equal(id, SmallCatalogue.Instance.Entities[candidate.Entity].Id);
        Assert.Equal(match, candidate.Match);
        Assert.True(candidate.IsByRepresentative);
    }

    [Theory]
    [InlineData(EntityType.Person, "Laura Bush", "Bush")]
    [InlineData(EntityType.Person, "L. Bush", "Bush")]
    [InlineData(EntityType.Person, "D. Putin", "Putin")]
    [InlineData(EntityType.Person, "V. Putin", "Viktor Putin")]
    [InlineData(EntityType.Person, "Igor Putin Igorevich", "Putin")]
    [InlineData(EntityType.Person, "Donald Trump Jr.", "Trump")]
    [InlineData(EntityType.Person, "Ivanka Trump", "Trump")]
    [InlineData(EntityType.Person, "Mark Rutte Jansen", "Jansen")]
    [InlineData(EntityType.Organization, "AP", "")]
    [InlineData(EntityType.Organization, "Trump Inc.", "")]
    [InlineData(EntityType.Location, "Cambridge, Ukraine", "")]
    [InlineData(EntityType.Location, "Rangoon", "a metonym that is a place here")]
    [InlineData(EntityType.Location, "Mosgow", "a short word")]
    [InlineData(EntityType.Person, "?", "")]
    [InlineData(EntityType.Location, ",", "")]
    [InlineData(EntityType.Person, "Mr.", "")]
    public void A_name_of_somebody_else_finds_nobody(EntityType type, string representative, string other) =>
        Assert.Empty(Generate(type, representative, other));

    [Fact]
    public void Another_spelling_in_the_chain_is_asked_when_the_representative_names_nothing()
    {
        var candidate = Assert.Single(Generate(EntityType.Organization, "Onu Organisation", "United Nations"));
        Assert.False(candidate.IsByRepresentative);
    }

    [Theory]
    [InlineData("US", EntityType.Organization)]
    [InlineData("UN", EntityType.Location)]
    public void Two_letters_of_a_country_or_world_body_may_have_another_type(string surface, EntityType type) =>
        Assert.NotEmpty(Generate(type, surface));

    private static List<Candidate> Generate(EntityType type, params string[] surfaces)
    {
        var candidates = new List<Candidate>();
        CandidateGenerator.Generate(
            SmallCatalogue.Instance,
            new ChainQuery([.. surfaces.Where(text => text.Length > 0).Select(text => new MentionQuery(text, MentionForm.Named, type))], 0, type),
            candidates);
        return candidates;
    }
}

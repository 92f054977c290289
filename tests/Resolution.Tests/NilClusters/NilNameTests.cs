using EntityRes.Resolution.NilClusters;

namespace EntityRes.Resolution.Tests.NilClusters;

public class NilNameTests
{
    [Theory]
    [InlineData("Dr. Jane Example", EntityType.Person, "Jane Example", "honorific")]
    [InlineData("Mr Example", EntityType.Person, "Example", "a form of address leaves a surname")]
    [InlineData("King Charles", EntityType.Person, "King Charles", "a rank is all that tells one-word names apart")]
    [InlineData("Jane Q. Example", EntityType.Person, "Jane Example", "middle initial")]
    [InlineData("J. Example", EntityType.Person, "J. Example", "first initial")]
    [InlineData("Jane Example's", EntityType.Person, "Jane Example", "possessive")]
    [InlineData("Example Distributors Ltd.", EntityType.Organization, "Example Distributors", "legal form")]
    [InlineData("Example, Inc.", EntityType.Organization, "Example", "legal form after a comma")]
    [InlineData("Example Holdings", EntityType.Organization, "Example Holdings", "no legal form")]
    [InlineData("Mt. Example", EntityType.Location, "Mount Example", "abbreviated")]
    [InlineData("Dr. No", EntityType.Product, "Dr. No", "no person")]
    [InlineData("Ltd.", EntityType.Organization, "Ltd.", "nothing would be left")]
    public void A_name_loses_what_only_goes_with_it(string surface, EntityType type, string bare, string reason) =>
        Assert.True(bare == NilName.Bare(surface, type), $"{reason}: {NilName.Bare(surface, type)}");

    [Fact]
    public void A_person_is_minted_under_the_fullest_name()
    {
        ChainQuery chain = new(
            [Named("Mr. Example"), Named("Jane Example"), Named("Example")], Representative: 0, EntityType.Person);
        Assert.Equal((EntityType.Person, "Jane Example"), NilName.Of(chain));
    }

    [Fact]
    public void The_type_is_that_of_most_names()
    {
        ChainQuery chain = new(
            [Named("Example Rovers", EntityType.Location), Named("Rovers", EntityType.Organization), Named("Rovers", EntityType.Organization)],
            Representative: 0, EntityType.Location);
        Assert.Equal((EntityType.Organization, "Example Rovers"), NilName.Of(chain));
    }

    [Theory]
    [InlineData("the mayor", MentionForm.Role)]
    [InlineData("---", MentionForm.Named)]
    public void A_chain_without_a_name_has_none(string text, MentionForm form) =>
        Assert.Null(NilName.Of(new ChainQuery([new MentionQuery(text, form, EntityType.Person)], 0, EntityType.Person)));

    private static MentionQuery Named(string text, EntityType type = EntityType.Person) => new(text, MentionForm.Named, type);
}

using CsCheck;
using EntityRes.Resolution.CanonicalIds;

namespace EntityRes.Resolution.Tests;

public class MintedIdTests
{
    [Fact]
    public void The_id_of_a_name_never_changes() => Assert.Equal("er:", MintedId.Of(EntityType.Person, "Jane Doe")[..3]);

    [Theory]
    [InlineData("Jane Doe", "JANE DOE")]
    [InlineData("Jane Doe", "Jane-Doe")]
    [InlineData("José Núñez", "Jose Nunez")]
    public void Forms_with_one_alias_key_have_one_id(string one, string other) =>
        Assert.Equal(MintedId.Of(EntityType.Person, one), MintedId.Of(EntityType.Person, other));

    [Fact]
    public void Types_are_told_apart() =>
        Assert.Equal(7, Enum.GetValues<EntityType>().Select(type => MintedId.Of(type, "Jordan")).Distinct().Count());

    [Fact]
    public void Every_id_is_well_formed() =>
        Gen.String.Sample(name => MintedId.IsWellFormed(MintedId.Of(EntityType.Other, name)));

    [Theory]
    [InlineData("")]
    [InlineData("er:")]
    [InlineData("Q7747")]
    [InlineData("er:0123456789abcdeu")]
    [InlineData("er:0123456789abcdef0")]
    [InlineData("ER:0123456789abcdef")]
    public void Anything_else_is_not(string id) => Assert.False(MintedId.IsWellFormed(id));

    [Fact]
    public void A_hundred_thousand_names_have_as_many_ids()
    {
        var ids = Enumerable.Range(0, 100_000).Select(i => MintedId.Of(EntityType.Organization, $"Company {i}"));
        Assert.Equal(100_000, ids.Distinct(StringComparer.Ordinal).Count());
    }
}

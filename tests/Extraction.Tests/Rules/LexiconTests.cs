using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Tests.Rules;

public class LexiconTests
{
    [Theory]
    [InlineData("role-nouns.tsv", 5)]
    [InlineData("role-fields.txt", 1)]
    [InlineData("subject-followers.txt", 1)]
    [InlineData("function-words.txt", 1)]
    [InlineData("name-kinds.tsv", 2)]
    [InlineData("polities.tsv", 3)]
    [InlineData("first-names.tsv", 2)]
    [InlineData("salience-weights.tsv", 3)]
    public void A_list_is_sorted_and_has_each_record_once(string name, int fields)
    {
        var keys = LexiconFile.Read(name, fields).Select(f => f[0]).ToList();

        Assert.NotEmpty(keys);
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(keys.Distinct(StringComparer.Ordinal), keys);
    }

    [Theory]
    [InlineData("us", "american")]
    [InlineData("united kingdom", "britons")]
    [InlineData("south korea", "south korean")]
    [InlineData("myanmar", "burmese")]
    [InlineData("ivory coast", "ivorian")]
    [InlineData("netherlands", "dutch")]
    public void A_country_and_its_people_are_one_polity(string name, string people) =>
        Assert.Equal(Polities.OfName(name), Polities.OfDemonym(people));

    [Theory]
    [InlineData("moscow", "russia")]
    [InlineData("kiev", "ukraine")]
    [InlineData("kyiv", "ukraine")]
    public void A_capital_has_its_country(string capital, string country) =>
        Assert.Equal(Polities.OfName(country), Polities.OfCapital(capital));

    [Fact]
    public void A_missing_list_is_named() =>
        Assert.Contains("nothing.tsv", Assert.Throws<InvalidDataException>(() => LexiconFile.Read("nothing.tsv", 1).ToList()).Message, StringComparison.Ordinal);
}

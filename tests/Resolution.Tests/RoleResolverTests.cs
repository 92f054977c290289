using EntityRes.Resolution.Roles;
using EntityRes.Text;

namespace EntityRes.Resolution.Tests;

public class RoleResolverTests
{
    private static readonly RoleResolver Resolver = new(SmallCatalogue.Instance);

    [Theory]
    [InlineData("the Russian leader", "2010-09-04", "Dmitry Medvedev", "leader of a presidential country")]
    [InlineData("The Russian leader", "2025-09-04", "Vladimir Putin", "the same words fifteen years later")]
    [InlineData("the Russian president", "2008-05-06", "Vladimir Putin", "last day of the predecessor")]
    [InlineData("the Russian president", "2008-05-07", "Dmitry Medvedev", "day of the handover")]
    [InlineData("Russia's prime minister", "2010", "Vladimir Putin", "possessive, whole year")]
    [InlineData("Russia’s premier", "2010-01", "Vladimir Putin", "curly apostrophe, whole month")]
    [InlineData("the president of Russia", "2010-01-01", "Dmitry Medvedev", "of-phrase")]
    [InlineData("the president of the United States", "2016", "Barack Obama", "of the")]
    [InlineData("the US president", "2018-01-01", "Donald Trump", "acronym as adjective")]
    [InlineData("America's president", "2022-01-01", "Joe Biden", "alias as possessive")]
    [InlineData("NATO chief", "2024-09-30", "Jens Stoltenberg", "compound, before the handover")]
    [InlineData("the NATO secretary-general", "2024-10-01", "Mark Rutte", "hyphen in the noun")]
    [InlineData("the Kremlin leader", "2010-01-01", "Dmitry Medvedev", "institution for the country")]
    [InlineData("Moscow's president", "2010-01-01", "Dmitry Medvedev", "capital for the country")]
    [InlineData("the current Russian president", "2010-01-01", "Dmitry Medvedev", "modifier without effect")]
    [InlineData("the acting Ukrainian president", "2014-03-01", "Interim Holder", "acting holder")]
    [InlineData("the pope", "2020-01-01", "Francis", "an office that the world has once")]
    [InlineData("the former Russian president", "2014-01-01", "Dmitry Medvedev", "former excludes the incumbent")]
    [InlineData("the incoming NATO chief", "2024-07-01", "Mark Rutte", "incoming is the next")]
    [InlineData("the president-elect of the US", "2016-12-01", "Donald Trump", "elect behind the noun")]
    public void A_role_means_its_holder_on_the_date(string surface, string asOf, string holder, string reason)
    {
        var reading = Resolve(surface, asOf);
        Assert.True(reading.IsCertain, $"{reason}: {reading.Reason}");
        Assert.Equal(holder, NameOf(reading.Holders[0]));
    }

    [Theory]
    [InlineData("the Russian leader", null, "no date, and the holder changed")]
    [InlineData("the Russian president", "2008", "two holders within the year")]
    [InlineData("the Ukrainian president", "2016-01-01", "nobody is known for the date")]
    [InlineData("the Ukrainian president", "2019-05-10", "the handover is known to the month only")]
    [InlineData("the former US president", "2024-01-01", "two former holders, neither named")]
    [InlineData("the president", "2010-01-01", "no country")]
    [InlineData("the French president", "2010-01-01", "an office the catalogue does not know")]
    [InlineData("the Russian spokesman", "2010-01-01", "no known role")]
    [InlineData("the deputy Russian president", "2010-01-01", "a word that is no country")]
    [InlineData("the pope", "2025-05-01", "the seat is empty")]
    public void A_role_that_the_date_does_not_decide_stays_undecided(string surface, string? asOf, string reason)
    {
        var reading = Resolve(surface, asOf);
        Assert.False(reading.IsCertain, reason);
        Assert.NotEqual("", reading.Reason);
    }

    [Fact]
    public void A_former_holder_whom_the_document_names_is_chosen_among_several()
    {
        SmallCatalogue.Instance.TryFind("Q76", out var obama);
        var reading = Resolver.Resolve("the former US president", Date("2024-01-01"), new HashSet<int> { obama });
        Assert.True(reading.IsCertain);
        Assert.Equal("Barack Obama", NameOf(reading.Holders[0]));
    }

    [Fact]
    public void Undecided_holders_are_listed_latest_first_and_once() =>
        Assert.Equal(["Vladimir Putin", "Dmitry Medvedev"], Resolve("the Russian president", null).Holders.Select(NameOf));

    private static RoleReading Resolve(string surface, string? asOf) =>
        Resolver.Resolve(surface, asOf is null ? null : Date(asOf), new HashSet<int>());

    private static PartialDate Date(string text) =>
        PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException(text);

    private static string NameOf(RoleHolder holder) =>
        SmallCatalogue.Instance.Entities[holder.Tenure.Holder].Name;
}

using EntityRes.Text;

namespace EntityRes.Resolution.Tests.Catalogue;

public class AliasIndexTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 50)]
    [InlineData(3, 20_000)]
    public void Every_key_finds_the_entities_that_have_it_and_no_other_key_finds_any(int seed, int count)
    {
        var names = NamesAtRandom.Draw(seed, count);
        using var catalogue = NamesAtRandom.Compile(names);
        var byKey = names.Select((name, i) => (Key: AliasKey.Of(name), i)).ToLookup(pair => pair.Key, pair => pair.i, StringComparer.Ordinal);
        foreach (var group in byKey)
            Assert.Equal(group.Order(), catalogue.Names.Find(group.Key).ToArray());
        foreach (var absent in NamesAtRandom.Draw(seed + 100, 5000).Select(name => AliasKey.Of(name)).Where(key => !byKey.Contains(key)))
            Assert.True(catalogue.Names.Find(absent).IsEmpty, absent);
    }

    [Fact]
    public void An_empty_catalogue_finds_nothing()
    {
        using var catalogue = NamesAtRandom.Compile([]);
        Assert.True(catalogue.Names.Find("anything").IsEmpty);
        Assert.False(catalogue.TryFind("Q1", out _));
        Assert.False(catalogue.TryFindCapital(0, out _));
    }
}

namespace EntityRes.Resolution.Tests.Catalogue;

public class CuratedReaderTests
{
    [Theory]
    [InlineData("people-more.tsv", "id\tname\n", "people-more.tsv:1", "wrong header")]
    [InlineData("people-more.tsv", "id\tname\taliases\tkind\tof\tprior\tnote\nQ1\tA\n", "people-more.tsv:2", "too few columns")]
    [InlineData("people-more.tsv", "id\tname\taliases\tkind\tof\tprior\tnote\nQ1\tA\t\twizard\t\t\t\n", "people-more.tsv:2", "unknown kind")]
    [InlineData("people-more.tsv", "id\tname\taliases\tkind\tof\tprior\tnote\nQ7747\tA\t\tpolitician\t\t\t\n", "people-more.tsv:2", "an id twice")]
    [InlineData("people-more.tsv", "id\tname\taliases\tkind\tof\tprior\tnote\nQ1\tA\t\tpolitician\tQ999\t\t\n", "people-more.tsv:2", "unknown reference")]
    [InlineData("people-more.tsv", "id\tname\taliases\tkind\tof\tprior\tnote\nQ1\tA\t\tpolitician\t\t0\t\n", "people-more.tsv:2", "prior out of range")]
    [InlineData("tenures-more.tsv", "office\tholder\tstart\tend\tacting\tsource\nru/tsar\tQ7747\t2000\t\t\tgeneral\n", "tenures-more.tsv:2", "unknown office")]
    [InlineData("tenures-more.tsv", "office\tholder\tstart\tend\tacting\tsource\nru/president\tQ7747\t2000-13\t\t\tgeneral\n", "tenures-more.tsv:2", "no date")]
    [InlineData("wizards.tsv", "", "wizards.tsv", "unknown file")]
    public void A_wrong_file_is_refused_with_its_place(string file, string content, string place, string reason)
    {
        var wrong = Assert.Throws<InvalidDataException>(
            () => SmallCatalogue.Compile(SmallCatalogue.Files().Append((file, content))));
        Assert.True(wrong.Message.StartsWith(place, StringComparison.Ordinal), $"{reason}: {wrong.Message}");
    }

    [Fact]
    public void The_version_is_a_function_of_the_content_alone()
    {
        var again = SmallCatalogue.Compile(SmallCatalogue.Files().Reverse());
        Assert.Equal(SmallCatalogue.Instance.Version, again.Version);
        var changed = SmallCatalogue.Files().Select(file => (file.Name, file.Content.Replace("900", "899", StringComparison.Ordinal)));
        Assert.NotEqual(SmallCatalogue.Instance.Version, SmallCatalogue.Compile(changed).Version);
    }
}

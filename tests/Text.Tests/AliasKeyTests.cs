using CsCheck;

namespace EntityRes.Text.Tests;

public class AliasKeyTests
{
    [Theory]
    [InlineData("Łódź", "lodz", "letters that do not decompose")]
    [InlineData("the U.S.", "us", "dots vanish, the article too")]
    [InlineData("U.S.A.", "usa", "dots vanish")]
    [InlineData("Côte d’Ivoire", "cote divoire", "curly apostrophe")]
    [InlineData("Côte d'Ivoire", "cote divoire", "straight apostrophe")]
    [InlineData("Jean-Marie Le Pen", "jean marie le pen", "hyphen separates")]
    [InlineData("Jean–Marie  Le Pen", "jean marie le pen", "dash and blanks are one blank")]
    [InlineData("Straße", "strasse", "sharp s")]
    [InlineData("ÅLAND", "aland", "ring and case")]
    [InlineData("Владимир Путин", "vladimir putin", "Cyrillic is romanised")]
    [InlineData("Зеленський", "zelenskiy", "Ukrainian letters")]
    [InlineData("Αθήνα", "athina", "Greek is romanised")]
    [InlineData("ＮＡＴＯ", "nato", "full-width letters")]
    [InlineData("AT&T", "at&t", "symbols stay")]
    [InlineData("The Hague", "hague", "leading article")]
    [InlineData("Nguyễn Phú Trọng", "nguyen phu trong", "stacked marks")]
    [InlineData("東京", "東京", "other scripts stay")]
    [InlineData("  ", "", "nothing left")]
    [InlineData("—", "", "punctuation only")]
    public void Forms_that_differ_only_in_writing_have_one_key(string surface, string key, string reason) =>
        Assert.True(AliasKey.Of(surface) == key, $"{reason}: expected '{key}', found '{AliasKey.Of(surface)}'");

    [Fact]
    public void Folding_a_key_gives_the_key() =>
        Gen.String.Sample(surface =>
        {
            var key = AliasKey.Of(surface);
            return AliasKey.Of(key) == key;
        });

    [Fact]
    public void Every_character_folds_to_a_key_that_folds_to_itself()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var key = AliasKey.Of(((char)c).ToString());
            Assert.True(AliasKey.Of(key) == key, $"U+{c:X4} folds to '{key}', which folds to '{AliasKey.Of(key)}'");
        }
    }

    [Fact]
    public void Folding_into_a_buffer_allocates_nothing()
    {
        const string Surface = "Volodymyr Zelenskyy – Президент України";
        var buffer = new char[Surface.Length * AliasKey.MaxExpansion];
        AliasKey.Fold(Surface, buffer);

        var before = GC.GetAllocatedBytesForCurrentThread();
        AliasKey.Fold(Surface, buffer);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}

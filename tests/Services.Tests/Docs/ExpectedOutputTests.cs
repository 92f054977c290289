namespace EntityRes.Services.Tests.Docs;

public class ExpectedOutputTests
{
    [Theory]
    [InlineData(true, "a\nb", "a  \nb\n")]
    [InlineData(false, "a\nb", "a\nc")]
    [InlineData(false, "a", "a\nb")]
    [InlineData(true, "a\n…\nd", "a\nb\nc\nd")]
    [InlineData(true, "a\n…", "a")]
    [InlineData(false, "a\n…\nd", "a\nb")]
    [InlineData(true, "model …, 2 (a)", "model x-1, 2 (a)")]
    [InlineData(false, "model …, 2", "model x-1, 3")]
    public void A_line_of_dots_stands_for_any_lines(bool fits, string shown, string actual) =>
        Assert.Equal(fits, ExpectedText.Fits(shown, actual));

    [Theory]
    [InlineData(true, """{"a":1}""", """{"a":1,"b":0,"c":[],"d":""}""")]
    [InlineData(false, """{"a":1}""", """{"a":1,"b":2}""")]
    [InlineData(true, """{"a":1, …}""", """{"a":1,"b":2}""")]
    [InlineData(false, """{"a":1, …}""", """{"a":2}""")]
    [InlineData(true, """{"a":0}""", "{}")]
    [InlineData(false, """{"a":"x"}""", "{}")]
    [InlineData(true, """[1, …]""", "[1,2,3]")]
    [InlineData(false, """[1]""", "[1,2]")]
    [InlineData(false, """[1, 2]""", "[1]")]
    [InlineData(true, """{"a":"er:…"}""", """{"a":"er:0123"}""")]
    [InlineData(true, """{"a":[{"b":1, …}, …], …}""", """{"a":[{"b":1,"c":2},{"b":3}],"d":true}""")]
    [InlineData(true, """{"a":"[{\"…"}""", """{"a":"[{\"x"}""")]
    public void Dots_stand_for_any_further_properties_and_elements(bool fits, string shown, string actual) =>
        Assert.Equal(fits, ExpectedJson.Difference(shown, actual) is null);
}

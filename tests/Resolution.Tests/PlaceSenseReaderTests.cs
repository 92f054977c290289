using EntityRes.Text;

namespace EntityRes.Resolution.Tests;

public class PlaceSenseReaderTests
{
    [Theory]
    [InlineData("in [Kandahar] province", PlaceSense.Region)]
    [InlineData("in the province of [Kandahar]", PlaceSense.Region)]
    [InlineData("the State of [New York]", PlaceSense.Region)]
    [InlineData("the city of [New York].", PlaceSense.Settlement)]
    [InlineData("[Kandahar]", PlaceSense.Unsaid)]
    [InlineData("the [Colorado] city", PlaceSense.Unsaid)]
    [InlineData("[Kandahar]'s province", PlaceSense.Unsaid)]
    public void Words_beside_a_name_say_what_it_is(string marked, PlaceSense sense)
    {
        var span = new TextSpan(marked.IndexOf('['), marked.IndexOf(']') - 1);
        Assert.Equal(sense, PlaceSenseReader.Read(marked.Replace("[", "").Replace("]", ""), span));
    }
}

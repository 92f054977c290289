namespace EntityRes.Text.Tests;

public class TextSpanTests
{
    [Fact]
    public void A_span_comes_before_those_nested_in_it() =>
        Assert.Equal(
            [new TextSpan(0, 9), new TextSpan(0, 3), new TextSpan(4, 9)],
            new[] { new TextSpan(4, 9), new TextSpan(0, 3), new TextSpan(0, 9) }.Order());

    [Theory]
    [InlineData(0, 3, 3, 5, false)]
    [InlineData(0, 4, 3, 5, true)]
    [InlineData(2, 2, 0, 5, true)]
    public void Spans_overlap_when_they_share_a_code_unit(int start, int end, int otherStart, int otherEnd, bool overlaps) =>
        Assert.Equal(overlaps, new TextSpan(start, end).Overlaps(new TextSpan(otherStart, otherEnd)));
}

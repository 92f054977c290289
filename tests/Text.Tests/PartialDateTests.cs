namespace EntityRes.Text.Tests;

public class PartialDateTests
{
    [Theory]
    [InlineData("2025-09-04", "2025-09-04", "2025-09-05")]
    [InlineData("2025-02", "2025-02-01", "2025-03-01")]
    [InlineData("2024", "2024-01-01", "2025-01-01")]
    [InlineData("2024-02-29", "2024-02-29", "2024-03-01")]
    public void A_date_means_the_days_of_its_precision(string text, string firstDay, string dayAfter)
    {
        Assert.True(PartialDate.TryParse(text, out var date));
        Assert.Equal(firstDay, PartialDate.Of(date.FirstDay).ToString());
        Assert.Equal(dayAfter, PartialDate.Of(date.DayAfter).ToString());
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2025-9-4")]
    [InlineData("2025-13")]
    [InlineData("2025-00")]
    [InlineData("2025-02-29")]
    [InlineData("0000")]
    [InlineData("9999")]
    [InlineData("20250904")]
    [InlineData("2025-09-04T00:00")]
    [InlineData("2025/09/04")]
    [InlineData("+025")]
    [InlineData(" 2025")]
    [InlineData("２０２５")]
    public void Anything_else_is_no_date(string? text) => Assert.False(PartialDate.TryParse(text, out _));

    [Fact]
    public void The_more_precise_of_two_dates_that_begin_together_comes_first() =>
        Assert.True(new PartialDate(2025, 1, 1) < new PartialDate(2025, 1) && new PartialDate(2025, 1) < new PartialDate(2025));
}

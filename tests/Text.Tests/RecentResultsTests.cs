namespace EntityRes.Text.Tests;

public class RecentResultsTests
{
    [Fact]
    public void What_was_kept_is_found_until_another_takes_its_place()
    {
        var results = new RecentResults<string, int>(places: 8);
        Assert.False(results.TryGet(3, "three", out _));
        Assert.Equal(30, results.Keep(3, "three", 30));
        Assert.Equal(40, results.Keep(4, "four", 40));
        Assert.True(results.TryGet(3, "three", out var kept));
        Assert.Equal(30, kept);

        results.Keep(3 + 8, "eleven", 110);
        Assert.False(results.TryGet(3, "three", out _));
        Assert.True(results.TryGet(4, "four", out _));
    }

    [Fact]
    public void Keys_of_one_hash_are_told_apart()
    {
        var results = new RecentResults<string, int>(places: 8);
        results.Keep(ulong.MaxValue, "one", 1);
        Assert.False(results.TryGet(ulong.MaxValue, "other", out _));
    }
}

using CsCheck;
using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Tests;

public class EditDistanceTests
{
    [Theory]
    [InlineData("merkel", "merkel", 0)]
    [InlineData("merkel", "merkle", 1)]
    [InlineData("merkel", "merkell", 1)]
    [InlineData("merkel", "erkel", 1)]
    [InlineData("macron", "marcon", 1)]
    [InlineData("scholz", "schulz", 1)]
    [InlineData("erdogan", "edogna", 2)]
    [InlineData("putin", "biden", 3)]
    [InlineData("", "ab", 2)]
    public void Typing_errors_are_counted_up_to_the_limit(string one, string other, int distance)
    {
        Assert.Equal(distance, EditDistance.Within(one, other, limit: 2));
        Assert.Equal(distance, EditDistance.Within(other, one, limit: 2));
    }

    [Fact]
    public void The_band_finds_what_the_whole_table_finds() =>
        Gen.Select(Gen.String[Gen.Char['a', 'c'], 0, 8], Gen.String[Gen.Char['a', 'c'], 0, 8]).Sample((one, other) =>
            EditDistance.Within(one, other, limit: 2) == Math.Min(3, WholeTable(one, other)));

    private static int WholeTable(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[one.Length, other.Length];
    }
}

namespace EntityRes.Text.Tests;

public class StableHashTests
{
    [Theory]
    [InlineData("", 0UL, 0xEFD01F60BA992926UL)]
    [InlineData("putin", 0UL, 0x938023D255E1260BUL)]
    public void The_hash_never_changes(string text, ulong seed, ulong hash) =>
        Assert.Equal(hash, StableHash.Of(text, seed));

    [Fact]
    public void The_seed_chooses_another_function() => Assert.NotEqual(StableHash.Of("putin"), StableHash.Of("putin", 1));
}

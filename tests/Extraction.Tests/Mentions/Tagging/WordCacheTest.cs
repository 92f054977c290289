using System.Runtime.CompilerServices;
using EntityRes.Extraction.Mentions.Tagging;

namespace EntityRes.Extraction.Tests.Mentions.Tagging;

public sealed class WordCacheTest
{
    private const int ProjectionLength = 16;

    [Fact]
    public void Words_are_found_after_the_cache_has_grown()
    {
        var cache = new WordCache(ProjectionLength, capacity: 5000);
        for (var i = 0; i < 4000; i++)
        {
            cache.Reserve(1);
            cache.Add(WordCache.KeyOf($"word{i}"), $"word{i}", out var projection);
            projection.Fill((short)i);
        }

        for (var i = 0; i < 4000; i++)
            Assert.Equal((short)i, cache.Projections[cache.Find(WordCache.KeyOf($"word{i}")).Slot * ProjectionLength]);
        Assert.True(Unsafe.IsNullRef(ref cache.Find(WordCache.KeyOf("other"))));
    }

    [Fact]
    public void A_full_cache_forgets_and_starts_again()
    {
        var cache = new WordCache(ProjectionLength, capacity: 100);
        for (var i = 0; i < 1000; i++)
        {
            cache.Reserve(10);
            if (Unsafe.IsNullRef(ref cache.Find(WordCache.KeyOf($"word{i}"))))
                cache.Add(WordCache.KeyOf($"word{i}"), $"word{i}", out _);
            Assert.InRange(cache.Count, 1, 100);
        }
    }

    [Fact]
    public void A_word_keeps_its_case_and_its_lower_case_key()
    {
        var cache = new WordCache(ProjectionLength, capacity: 100);
        var upper = cache.Add(WordCache.KeyOf("NATO"), "NATO", out _);
        var lower = cache.Add(WordCache.KeyOf("nato"), "nato", out _);
        Assert.Equal((WordCase.Upper, WordCase.Lower), (upper.Case, lower.Case));
        Assert.Equal(lower.LowerKey, upper.LowerKey);
    }
}

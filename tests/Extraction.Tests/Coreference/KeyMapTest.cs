using EntityRes.Extraction.Coreference;

namespace EntityRes.Extraction.Tests.Coreference;

public sealed class KeyMapTest
{
    [Fact]
    public void It_holds_what_a_dictionary_holds_also_after_it_was_cleared()
    {
        var map = new KeyMap();
        var random = new Random(1);
        for (var round = 0; round < 20; round++)
        {
            map.Clear();
            var expected = new Dictionary<ulong, int>();
            for (var i = 0; i < 500; i++)
            {
                var key = (ulong)random.Next(300);
                Assert.Equal(expected.TryAdd(key, i), map.TryAdd(key, i));
            }

            for (var key = 0UL; key < 400; key++)
                Assert.Equal(expected.GetValueOrDefault(key, -1), map.Find(key));
        }
    }

    [Fact]
    public void Groups_keep_the_order_in_which_mentions_were_noted()
    {
        var groups = new KeyGroups();
        for (var round = 0; round < 2; round++)
        {
            groups.Clear();
            for (var mention = 0; mention < 100; mention++)
                groups.Note((ulong)(mention % 3), mention);
            groups.Group();

            Assert.Equal(Enumerable.Range(0, 100).Where(mention => mention % 3 == 1), groups.Of(1).ToArray());
            Assert.Empty(groups.Of(7).ToArray());
        }
    }
}

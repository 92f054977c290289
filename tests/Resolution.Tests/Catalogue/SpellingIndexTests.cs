using CsCheck;
using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Resolution.Tests.Catalogue;

public class SpellingIndexTests
{
    [Theory]
    [InlineData("vladimir putin", 0, "the key itself")]
    [InlineData("vladimir puttin", 1, "a letter too many")]
    [InlineData("vladmir putn", 2, "a letter too few in each of two words")]
    [InlineData("vladimir potiin", 2, "two errors in a short word")]
    [InlineData("vladmiir putin", 1, "two letters swapped")]
    [InlineData("vladimirputin", 1, "a blank too few")]
    [InlineData("vladi mir putin", 1, "a blank too many")]
    [InlineData("vladi mir putim", 2, "a blank too many and a wrong letter")]
    public void A_name_with_typing_errors_finds_whom_it_means(string key, int edits, string reason)
    {
        SmallCatalogue.Instance.TryFind("Q7747", out var putin);
        Assert.True(Find(SmallCatalogue.Instance, key, 2).Contains((putin, edits)), reason);
    }

    [Theory]
    [InlineData("vladimer puttinn", "three errors")]
    [InlineData("x", "nothing alike")]
    [InlineData("a b c d e f g h i j k l m n o p q r s t", "too many words")]
    public void What_is_further_away_is_not_found(string key, string reason) => Assert.True(Find(SmallCatalogue.Instance, key, 2).Count == 0, reason);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_finds_what_comparing_every_key_word_by_word_finds(int seed)
    {
        var names = NamesAtRandom.Draw(seed, 3000);
        using var catalogue = NamesAtRandom.Compile(names);
        var keys = names.Select(name => AliasKey.Of(name)).ToArray();
        foreach (var query in NamesAtRandom.Draw(seed + 50, 150).Select(name => AliasKey.Of(name)))
        {
            var found = Find(catalogue, query, 2).GroupBy(hit => hit.Entity).ToDictionary(group => group.Key, group => group.Min(hit => hit.Edits));
            for (var i = 0; i < keys.Length; i++)
            {
                var edits = WordByWord(query, keys[i]);
                if (edits <= 2)
                    Assert.True(found.TryGetValue(i, out var spent) && spent <= edits, $"'{query}' does not find '{keys[i]}' ({edits} edits)");
                else if (found.ContainsKey(i)) // by a blank too many or too few
                    Assert.True(EditDistance.Within(Joined(query), Joined(keys[i]), 2) <= 2, $"'{query}' finds '{keys[i]}'");
            }
        }
    }

    [Fact]
    public void Words_are_measured_like_whole_keys() =>
        Gen.Select(Gen.String[Gen.Char['a', 'd'], 1, 12], Gen.String[Gen.Char['a', 'd'], 0, 12]).Sample((one, other) =>
        {
            var distance = new WordDistance();
            Assert.True(distance.TrySet(one));
            Assert.Equal(EditDistance.Within(one, other, 20), distance.To(other));
        });

    [Fact]
    public void Searching_again_allocates_nothing()
    {
        var (scratch, found) = (new SpellingScratch(), new List<(int, int)>());
        for (var i = 0; i < 3; i++)
            SmallCatalogue.Instance.Spellings.Find("vladmir putn", 2, scratch, found);
        var before = GC.GetAllocatedBytesForCurrentThread();
        SmallCatalogue.Instance.Spellings.Find("vladmir putn", 2, scratch, found);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static string Joined(string key) => key.Replace(" ", "", StringComparison.Ordinal);

    // The sum of the words' distances; a short word takes one error only.
    private static int WordByWord(string query, string key)
    {
        var (left, right) = (query.Split(' '), key.Split(' '));
        if (left.Length != right.Length)
            return 3;
        var sum = 0;
        for (var i = 0; i < left.Length; i++)
        {
            var edits = EditDistance.Within(left[i], right[i], 2);
            sum += edits > (left[i].Length <= 3 ? 1 : 2) ? 3 : edits;
        }

        return sum;
    }

    private static List<(int Entity, int Edits)> Find(EntityCatalogue catalogue, string key, int edits)
    {
        var found = new List<(int, int)>();
        catalogue.Spellings.Find(key, edits, new SpellingScratch(), found);
        return found;
    }
}

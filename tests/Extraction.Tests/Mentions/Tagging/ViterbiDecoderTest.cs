using CsCheck;
using EntityRes.Extraction.Mentions.Tagging;

namespace EntityRes.Extraction.Tests.Mentions.Tagging;

public sealed class ViterbiDecoderTest
{
    private static readonly Gen<(int Tokens, int Seed)> Cases = Gen.Select(Gen.Int[1, 40], Gen.Int[0, 1 << 30]);

    [Fact]
    public void The_vector_path_gives_the_tags_of_the_scalar_one() => Cases.Sample((tokens, seed) =>
    {
        var (decoder, scores, _) = Build(tokens, seed, largest: 5);
        Assert.Equal(Decode(decoder, scores, tokens, useVectors: false), Decode(decoder, scores, tokens, useVectors: true));
    });

    [Fact]
    public void Every_path_is_well_formed() => Cases.Sample((tokens, seed) =>
    {
        var (decoder, scores, _) = Build(tokens, seed, largest: 1000);
        var tags = Decode(decoder, scores, tokens, useVectors: true);
        Assert.True(TagScheme.IsStart(tags[0]) && TagScheme.IsEnd(tags[^1]));
        Assert.All(tags, tag => Assert.True(TagScheme.IsUsed(tag)));
        for (var i = 1; i < tags.Length; i++)
            Assert.True(IsAllowed(tags[i - 1], tags[i]));
    });

    [Fact]
    public void The_best_of_all_paths_is_found() => Gen.Select(Gen.Int[1, 3], Gen.Int[0, 1 << 30]).Sample(
        (tokens, seed) =>
        {
            var (decoder, scores, transitions) = Build(tokens, seed, largest: 1000);
            var tags = Decode(decoder, scores, tokens, useVectors: true);
            Assert.Equal(BestScore(scores, transitions, tokens), Score(tags, scores, transitions));
        },
        iter: 30);

    private static (ViterbiDecoder Decoder, float[] Scores, Transitions Transitions) Build(int tokens, int seed, int largest)
    {
        var random = new Random(seed);
        float[] Whole(int length) => [.. Enumerable.Range(0, length).Select(_ => (float)random.Next(-largest, largest + 1))];
        var transitions = new Transitions(Whole(256), Whole(16), Whole(32));
        var scores = Whole(tokens * TagScheme.Count);
        for (var i = 0; i < scores.Length; i++)
            scores[i] = TagScheme.IsUsed(i % TagScheme.Count) ? scores[i] : -1e7f;
        return (new ViterbiDecoder(transitions), scores, transitions);
    }

    private static byte[] Decode(ViterbiDecoder decoder, float[] scores, int tokens, bool useVectors)
    {
        var tags = new byte[tokens];
        decoder.Decode(scores, new byte[tokens * TagScheme.Count], tags, useVectors);
        return tags;
    }

    private static float BestScore(float[] scores, Transitions transitions, int tokens)
    {
        var used = Enumerable.Range(0, TagScheme.Count).Where(TagScheme.IsUsed).Select(tag => (byte)tag).ToArray();
        var paths = used.Where(tag => TagScheme.IsStart(tag)).Select(tag => new[] { tag }).ToList();
        for (var i = 1; i < tokens; i++)
            paths = [.. paths.SelectMany(path => used.Where(tag => IsAllowed(path[^1], tag)).Select(tag => path.Append(tag).ToArray()))];
        return paths.Where(path => TagScheme.IsEnd(path[^1])).Max(path => Score(path, scores, transitions));
    }

    private static float Score(byte[] tags, float[] scores, Transitions transitions)
    {
        var sum = transitions.First[tags[0]] + scores[tags[0]];
        for (var i = 1; i < tags.Length; i++)
            sum += Weight(tags[i - 1], tags[i], transitions) + scores[(i * TagScheme.Count) + tags[i]];
        return sum;
    }

    private static float Weight(int from, int to, Transitions transitions) =>
        TagScheme.IsEnd(from)
            ? transitions.Starts[(Transitions.RowOf(from) * Transitions.Width) + to]
            : transitions.Continues[(to >= TagScheme.Last ? 16 : 0) + (from >= TagScheme.Inside ? 8 : 0) + TagScheme.TypeOf(from)];

    private static bool IsAllowed(int from, int to) =>
        TagScheme.IsEnd(from) ? TagScheme.IsStart(to) : !TagScheme.IsStart(to) && TagScheme.TypeOf(from) == TagScheme.TypeOf(to);
}

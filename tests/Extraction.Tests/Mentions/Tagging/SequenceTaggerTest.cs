using CsCheck;
using EntityRes.Extraction.Mentions.Tagging;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;

namespace EntityRes.Extraction.Tests.Mentions.Tagging;

public sealed class SequenceTaggerTest
{
    private static readonly byte[] File = ModelFile();
    private static readonly SequenceTagger Tagger = new(TaggerModelFile.Read(File));
    private static readonly SequenceTagger Scalar = new(TaggerModelFile.Read(File), useVectors: false);

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.OneOf(
            ["The ", "Angela ", "Merkel", "'s ", "U.S.", " in ", "Paris", ". ", ", ", "\n", "NATO ", "chief ", "BANK OF ENGLAND ", "said ", "1,000 ", "(", ")"])
            .Array[0, 60].Select(string.Concat),
        Gen.String[Gen.Char, 0, 80]);

    [Fact]
    public void Vectors_and_scalars_give_the_same_mentions() => Texts.Sample(text => Assert.Equal(Tag(Scalar, text), Tag(Tagger, text)));

    [Fact]
    public void A_used_scratch_gives_the_mentions_of_a_fresh_one()
    {
        var scratch = new TaggingScratch();
        Texts.Sample(text => Assert.Equal(Tag(Tagger, text), Tag(Tagger, text, scratch)), threads: 1);
    }

    [Fact]
    public void A_warmed_tagger_allocates_nothing()
    {
        var text = string.Concat(Enumerable.Repeat("Chancellor Angela Merkel met Xyzzy Qwert of the United Nations in Paris. ", 100));
        var scratch = new TaggingScratch();
        var tokens = Tokens(text);
        Tagger.Tag(text, tokens, scratch, CancellationToken.None);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Tagger.Tag(text, tokens, scratch, CancellationToken.None);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("A")]
    [InlineData("Ab ")]
    [InlineData("A-")]
    [InlineData("北")]
    [InlineData("\uFFFD\n")]
    public void A_megabyte_of_anything_takes_linear_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, (1 << 20) / unit.Length));
        Assert.NotNull(Tag(Tagger, text));
    }

    [Fact]
    public void A_damaged_model_file_is_refused()
    {
        byte[] shorter = File[..^8], other = [.. File], changed = [.. File];
        other[0]++;
        changed[^1]++;
        Assert.Throws<InvalidDataException>(() => TaggerModelFile.Read([]));
        Assert.Throws<InvalidDataException>(() => TaggerModelFile.Read(shorter));
        Assert.Throws<InvalidDataException>(() => TaggerModelFile.Read(other));
        Assert.Throws<InvalidDataException>(() => TaggerModelFile.Read(changed));
    }

    private static byte[] ModelFile()
    {
        using var stream = typeof(ExtractionPipeline).Assembly.GetManifestResourceStream("tagger.bin")!;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return file;
    }

    private static TokenList Tokens(string text) =>
        Tokenizer.Tokenize(text, SentenceSplitter.Split(text, new SentenceList()), new TokenList());

    private static Mention[] Tag(SequenceTagger tagger, string text, TaggingScratch? scratch = null) =>
        [.. tagger.Tag(text, Tokens(text), scratch ?? new TaggingScratch(), CancellationToken.None)];
}

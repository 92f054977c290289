using CsCheck;

namespace EntityRes.Extraction.Tests;

public sealed class ExtractionPipelineTest
{
    private const int Attempts = 3;
    private static readonly ExtractionPipeline Pipeline = ExtractionPipeline.Load();

    [Theory]
    [InlineData("The chancellor, Angela Merkel, met Emmanuel Macron in Paris.", "Angela Merkel:Person Emmanuel Macron:Person Paris:Location")]
    [InlineData("The U.S.-led coalition bombed Mosul, the United Nations said.", "U.S.:Location Mosul:Location United Nations:Organization")]
    [InlineData("Officials said on Tuesday that rain was expected.", "")]
    public void Names_are_found_with_their_types(string text, string expected)
    {
        var found = Run(text).Select(mention => $"{mention.Span.Of(text)}:{mention.Type}");
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public void Names_ascend_and_have_a_probability() => Gen.String[Gen.Char, 0, 200].Sample(text =>
    {
        var end = 0;
        foreach (var mention in Run(text))
        {
            Assert.True(mention.Span.Start >= end && mention.Span.End <= text.Length && mention.Span.Length > 0);
            Assert.InRange(mention.Confidence01, 0, 1);
            end = mention.Span.End;
        }
    });

    // The runtime compiles a loop anew while it runs, and allocates the texts that the code names: one run of a few must be free of it.
    private static void AssertAllocatesNothing(string why, Action<int> run)
    {
        long allocated = 0;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run(attempt);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated == 0)
                return;
        }

        Assert.Fail($"{why}: {allocated} bytes");
    }

    [Theory]
    [InlineData("Chancellor Angela Merkel met Xyzzy Qwert of the World Health Organization (WHO) in Paris. ", "names")]
    [InlineData("Merkel, the German chancellor, met his wife. The former foreign minister said he left; its spokesman stayed. ", "roles and pronouns")]
    [InlineData("PARIS, Sept 4 (AFP) - He said on Thursday in 2012 that the U.S. Supreme Court met the company on Thursday.\n", "a date that is worked out")]
    [InlineData("Paris\n\nMonday, September 9, 2019\n\nThe ex-president of Kenya and Mrs. Kirchner left. \"I,\" she said, \"know.\" ", "a date line")]
    public void A_warmed_run_allocates_nothing(string sentence, string why)
    {
        var text = string.Concat(Enumerable.Repeat(sentence, 60));
        var scratch = new ExtractionScratch();
        var found = Pipeline.Run(text, scratch, CancellationToken.None).Mentions.Count;
        AssertAllocatesNothing(why, _ => Pipeline.Run(text, scratch, CancellationToken.None));
        var result = Pipeline.Run(text, scratch, CancellationToken.None);
        Assert.Equal(found, result.Mentions.Count);
        Assert.NotEmpty(result.Chains);
    }

    [Fact]
    public void Other_names_in_known_buffers_allocate_nothing()
    {
        var scratch = new ExtractionScratch();
        Pipeline.Run(Named("Anna Berg", "Oslo Bank"), scratch, CancellationToken.None);
        string[] others = [Named("Erik Dahl", "Turku Bank"), Named("Olga Lind", "Narva Bank"), Named("Ivan Falk", "Tartu Bank")];
        AssertAllocatesNothing("names", attempt => Pipeline.Run(others[attempt], scratch, CancellationToken.None));

        static string Named(string person, string bank) => $"{person} leads {bank}. The bank said {person[5..]} left.";
    }

    [Fact]
    public void A_used_scratch_gives_what_a_fresh_one_gives()
    {
        var scratch = new ExtractionScratch();
        string[] pieces = ["Angela Merkel", "Merkel", "the chancellor", "WHO", "World Health Organization", "Russian", "Russia", "he", "its", "the company", "Boeing Co.", "Boeing", ",", ".", "\"", "said"];
        Gen.Int[0, pieces.Length - 1].Array[0, 60].Select(words => string.Join(' ', words.Select(word => pieces[word]))).Sample(
            text => Assert.Equal(Written(Pipeline.Run(text, new ExtractionScratch(), CancellationToken.None)), Written(Pipeline.Run(text, scratch, CancellationToken.None))),
            threads: 1);

        static string Written(ExtractionResult result) => string.Join(' ', result.Mentions) + " / "
            + string.Join(' ', result.Chains.Select(chain => $"{string.Join(',', chain.Mentions)}:{chain.Representative}"));
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Pipeline.Run("A b.", new ExtractionScratch(), source.Token));
    }

    private static IEnumerable<Mention> Run(string text) =>
        Pipeline.Run(text, new ExtractionScratch(), CancellationToken.None).Mentions.Where(m => m.Kind == MentionKind.Named);
}

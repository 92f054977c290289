using CsCheck;

namespace EntityRes.Extraction.Tests;

public sealed class ExtractionPipelineTest
{
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

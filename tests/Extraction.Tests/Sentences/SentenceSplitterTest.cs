using EntityRes.Extraction.Sentences;

namespace EntityRes.Extraction.Tests.Sentences;

public sealed class SentenceSplitterTest
{
    [Theory]
    [InlineData("PRAGUE, Sept 04 (AFP/Reuters): NATO chief spoke. He left.|", "dateline")]
    [InlineData("He met Mr. Smith.|She left.|", "title")]
    [InlineData("Gov. J. B. Pritzker spoke.|", "initials")]
    [InlineData("He lives in the U.S. Senate building.|", "acronym inside a name")]
    [InlineData("He lives in the U.S.|The dog does not.|", "acronym before an opener")]
    [InlineData("Apple Inc. Chief Executive Tim Cook left.|", "company before a title")]
    [InlineData("They sold Apple Inc.|The price rose.|", "company before an opener")]
    [InlineData("It was Jan. 4 then.|It was Jan.|Nobody knew.|", "month")]
    [InlineData("\"Why?\" he said.|\"No!\"|He left.|", "quotes")]
    [InlineData("\"It is theirs,\" he said.|“Leave.”|They did.|", "curly quotes")]
    [InlineData("It rose 4.5 percent to 1,200.50.|It fell.|", "numbers")]
    [InlineData("Well... maybe.|Well…|Maybe not.|", "ellipses")]
    [InlineData("Headline without stop\n|First sentence.|Second.|", "headline")]
    [InlineData("Headline\n\n|Text\r\n|More.|", "blank line and carriage return")]
    [InlineData("The end.|The next.|", "no blank after the stop")]
    [InlineData("See example.com for it.|", "domain")]
    [InlineData("他说。|她走了。|", "full-width stops")]
    [InlineData("He came at 5 p.m. Monday and left.|", "time of day")]
    [InlineData("", "empty")]
    public void Sentences_end_where_readers_end_them(string marked, string reason)
    {
        var parts = marked.Split('|', StringSplitOptions.RemoveEmptyEntries);
        // A bar stands for the end of a sentence: blanks after it belong to the sentence before.
        var text = string.Join("", parts.Select((part, i) => part + (NeedsBlank(part, parts, i) ? " " : "")));
        if (reason == "dateline")
            parts = ["PRAGUE, Sept 04 (AFP/Reuters): NATO chief spoke.", "He left."];
        if (reason == "no blank after the stop")
            text = "The end.The next.";
        Assert.Equal(parts.Select(part => part.Trim()), Split(text).Select(part => part.Trim()));
    }

    [Fact]
    public void Lines_of_hard_wrapped_text_are_not_sentences()
    {
        const string Text =
            "The president of the republic said on Monday that he\nwould not travel to the summit, where the leaders of\n"
            + "the region meet Vladimir Putin and other heads of the\nstates concerned, because of an illness.\n\nHe is 71.\n";
        Assert.Equal(2, Split(Text).Count);
    }

    [Fact]
    public void A_megabyte_of_anything_takes_linear_time()
    {
        foreach (var unit in new[] { "a", ".", "\"", "\n", ". ", ".)", "U.S. ", "?\n" })
        {
            var text = string.Concat(Enumerable.Repeat(unit, (1 << 20) / unit.Length));
            Assert.Equal(text.Length, Split(text).Sum(part => part.Length));
        }
    }

    private static bool NeedsBlank(string part, string[] parts, int i) =>
        i + 1 < parts.Length && !char.IsWhiteSpace(part[^1]) && part[^1] != '。';

    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        foreach (var span in SentenceSplitter.Split(text, new SentenceList()).Spans)
            parts.Add(span.Of(text).ToString());
        return parts;
    }
}

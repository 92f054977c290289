using CsCheck;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;
using EntityRes.Text;

namespace EntityRes.Extraction.Tests.Tokens;

public sealed class TokenPropertyTest
{
    private static readonly Gen<string> Pieces = Gen.OneOf(
    [
        "a", "The", "U.S.", "Mr.", ".", "...", "!", " ", "\n", "\r\n", "'", "'s", "’", "\"", "-", "–", "@", "#", "/", "://", "&", "&amp;", "<b>", "<",
        "1", "2,0", "%", "$", "é", "e\u0301", "ש", "ع", "北", "の", "ไทย", "😀", "\u200D", "🏽", "\uFE0F", "🇺", "\uD83D", "\uDE00", "\u00AD", "\0",
        "http://x.y", "x@y.z", "al-Qaida", "-led", "Jong-un", "\u2028", "。", "𝒳", "_", ":", ",", ";", "(", ")",
    ]);

    private static readonly Gen<string> Texts = Gen.OneOf(
        Pieces.Array[0, 60].Select(string.Concat),
        Gen.String[Gen.Char, 0, 80]);

    [Fact]
    public void Sentences_tile_the_text() => Texts.Sample(text =>
    {
        var at = 0;
        foreach (var sentence in SentenceSplitter.Split(text, new SentenceList()).Spans)
        {
            Assert.Equal(at, sentence.Start);
            Assert.True(sentence.Length > 0);
            AssertWhole(text, sentence);
            at = sentence.End;
        }

        Assert.Equal(text.Length, at);
    });

    [Fact]
    public void Tokens_ascend_stay_in_their_sentence_and_never_split_a_pair() => Texts.Sample(text =>
    {
        var sentences = SentenceSplitter.Split(text, new SentenceList());
        var tokens = Tokenizer.Tokenize(text, sentences, new TokenList());
        var end = 0;
        foreach (var token in tokens.Items)
        {
            Assert.True(token.Span.Start >= end && token.Span.Length > 0);
            Assert.True(sentences.Spans[token.Sentence].Contains(token.Span));
            AssertWhole(text, token.Span);
            end = token.Span.End;
        }
    });

    [Fact]
    public void Only_blanks_controls_and_tags_lie_between_tokens() => Texts.Sample(text =>
    {
        var tokens = Tokenizer.Tokenize(text, SentenceSplitter.Split(text, new SentenceList()), new TokenList());
        var at = 0;
        foreach (var token in tokens.Items)
        {
            AssertBlank(text.AsSpan(at, token.Span.Start - at));
            at = token.Span.End;
        }

        AssertBlank(text.AsSpan(at));
    });

    [Fact]
    public void A_used_buffer_gives_the_same_tokens_as_a_fresh_one() => Gen.Select(Texts, Texts).Sample((first, second) =>
    {
        var sentences = new SentenceList();
        var tokens = new TokenList();
        Tokenizer.Tokenize(first, SentenceSplitter.Split(first, sentences), tokens);
        Tokenizer.Tokenize(second, SentenceSplitter.Split(second, sentences), tokens);
        var fresh = Tokenizer.Tokenize(second, SentenceSplitter.Split(second, new SentenceList()), new TokenList());
        Assert.True(tokens.Items.SequenceEqual(fresh.Items));
    });

    [Theory]
    [InlineData("a")]
    [InlineData("-")]
    [InlineData("a-")]
    [InlineData("U.S.-")]
    [InlineData("'")]
    [InlineData("a'")]
    [InlineData("a.")]
    [InlineData("<a ")]
    [InlineData("&a")]
    [InlineData("a@")]
    [InlineData("://")]
    [InlineData("\u200D😀")]
    [InlineData("\uD83D")]
    [InlineData("A.")]
    public void A_megabyte_of_anything_takes_linear_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, (1 << 20) / unit.Length));
        var tokens = Tokenizer.Tokenize(text, SentenceSplitter.Split(text, new SentenceList()), new TokenList());
        Assert.True(tokens.Count > 0);
    }

    private static void AssertWhole(string text, TextSpan span)
    {
        Assert.False(IsInsidePair(text, span.Start));
        Assert.False(IsInsidePair(text, span.End));
    }

    private static void AssertBlank(ReadOnlySpan<char> gap)
    {
        while (gap.IndexOf('<') is >= 0 and var tag)
        {
            AssertBlank(gap[..tag]);
            gap = gap[(tag + 1 + gap[tag..].IndexOf('>'))..];
        }

        foreach (var c in gap)
            Assert.True(CharacterKinds.Of(c) is CharacterKind.Blank or CharacterKind.Joiner, $"U+{(int)c:X4} is in no token");
    }

    private static bool IsInsidePair(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);
}

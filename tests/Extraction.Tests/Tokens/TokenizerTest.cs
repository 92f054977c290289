using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;

namespace EntityRes.Extraction.Tests.Tokens;

public sealed class TokenizerTest
{
    [Theory]
    [InlineData("PRAGUE, Sept 04 (AFP/Reuters): NATO", "PRAGUE , Sept 04 ( AFP / Reuters ) : NATO")]
    [InlineData("Ukraine's and Trump’s talks", "Ukraine 's and Trump ’s talks")]
    [InlineData("the U.S.'s role", "the U.S. 's role")]
    [InlineData("the officials' cars", "the officials ' cars")]
    [InlineData("O'Brien, N'Djamena, d'Ivoire", "O'Brien , N'Djamena , d'Ivoire")]
    [InlineData("They'll say don't", "They 'll say don't")]
    [InlineData("U.S.-led, NATO-backed, Paris-born", "U.S. - led , NATO - backed , Paris - born")]
    [InlineData("pro-Russian ex-Yukos", "pro - Russian ex - Yukos")]
    [InlineData("Israeli-Palestinian Guinea-Bissau", "Israeli - Palestinian Guinea-Bissau")]
    [InlineData("al-Assad, Kim Jong-un, Coca-Cola, COVID-19", "al-Assad , Kim Jong-un , Coca-Cola , COVID-19")]
    [InlineData("SOCCER-IRAN Soccer-Osasuna 4-Jannik 7-Eleven", "SOCCER - IRAN Soccer - Osasuna 4 - Jannik 7-Eleven")]
    [InlineData("J. K. Rowling and Vitamin C.", "J. K. Rowling and Vitamin C .")]
    [InlineData("Mr.Smith met Apple Inc. here.", "Mr. Smith met Apple Inc. here .")]
    [InlineData("1,234.5 3-2 8:13 1/2 5% $1.2bn €3", "1,234.5 3-2 8:13 1/2 5 % $ 1.2bn € 3")]
    [InlineData("wait... no… -- yes—no 1–2", "wait ... no … -- yes — no 1 – 2")]
    [InlineData("see https://example.org/a?b=c. Or www.example.com/x, ok", "see https://example.org/a?b=c . Or www.example.com/x , ok")]
    [InlineData("mail a.b@example.org or @some_one #US", "mail a.b@example.org or @some_one # US")]
    [InlineData("AT&T, S&P 500, A&amp;B &amp; <b class=\"Big\">x</b> 3 < 4", "AT&T , S&P 500 , A &amp; B &amp; x 3 < 4")]
    [InlineData("“Stop,” he said, ‘now’", "“ Stop , ” he said , ‘ now ’")]
    [InlineData("p.m. and a.m. today", "p.m. and a.m. today")]
    [InlineData("Łódź Ørsted naïve Москва", "Łódź Ørsted naïve Москва")]
    [InlineData("习近平 in 北京", "习 近 平 in 北 京")]
    [InlineData("👩‍👩‍👧 ok 🇺🇦🇺🇸 👍🏽 ☀️ a\u200Dz \u200DParis", "👩‍👩‍👧 ok 🇺🇦 🇺🇸 👍🏽 ☀️ a\u200Dz Paris")]
    [InlineData(" \u0000\uFEFF", "")]
    public void Tokens_are_those_of_news_text(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Tokenize(text)));

    [Fact]
    public void A_lone_surrogate_is_a_token() =>
        Assert.Equal(["a", "\uD83D", "b", "\uDE00"], Tokenize("a\uD83Db \uDE00"));

    [Fact]
    public void Tokens_know_their_sentence()
    {
        var text = "One two. Three.\n\nFour";
        var tokens = Tokenizer.Tokenize(text, SentenceSplitter.Split(text, new SentenceList()), new TokenList());
        Assert.Equal(3, tokens.SentenceCount);
        Assert.Equal([0, 3, 5, 6], Enumerable.Range(0, 4).Select(tokens.FirstTokenOf));
        Assert.Equal(2, tokens.TokensOf(1).Length);
        Assert.Equal(2, tokens[5].Sentence);
    }

    [Fact]
    public void A_warmed_tokenizer_allocates_nothing()
    {
        var text = string.Concat(Enumerable.Repeat("The U.S.-led forces of Mr. Smith's party (NATO) met 1,200 people. ", 200));
        var sentences = new SentenceList();
        var tokens = new TokenList();
        Tokenizer.Tokenize(text, SentenceSplitter.Split(text, sentences), tokens);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Tokenizer.Tokenize(text, SentenceSplitter.Split(text, sentences), tokens);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static List<string> Tokenize(string text)
    {
        var words = new List<string>();
        foreach (var token in Tokenizer.Tokenize(text, SentenceSplitter.Split(text, new SentenceList()), new TokenList()).Items)
            words.Add(token.Span.Of(text).ToString());
        return words;
    }
}

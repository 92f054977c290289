using CsCheck;
using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;
using EntityRes.TestKit;

namespace EntityRes.Extraction.Tests.Rules;

public class RoleMentionFinderTests
{
    [Theory]
    [InlineData("[ROLE:PER The [GRP Russian] leader] left.", "demonym and office")]
    [InlineData("He met [ROLE:PER the president] on Friday.", "bare office")]
    [InlineData("[ROLE:PER [LOC Ukraine]'s president] spoke first.", "possessor")]
    [InlineData("It was up to [ROLE:PER the former chancellor].", "modifier")]
    [InlineData("[ROLE:PER The [LOC US] ambassador to [LOC Zambia]] was recalled.", "to-phrase")]
    [InlineData("[ROLE:PER The mayor of [LOC Turin]] resigned.", "of-phrase with a name")]
    [InlineData("[PER Nancy Pelosi], [ROLE:PER the speaker of the [ORG House]], agreed.", "the article of the of-phrase")]
    [InlineData("[ROLE:PER The head of [ROLE:ORG the central bank]] said so.", "of-phrase with a role")]
    [InlineData("[ROLE:LOC [ROLE:LOC The country]'s capital] was quiet.", "a role that owns a role")]
    [InlineData("[ROLE:PER His [GRP Russian] counterpart] declined.", "pronoun and relation")]
    [InlineData("[ROLE:ORG The party] lost.", "organisation")]
    [InlineData("Shares of [ROLE:ORG the company] fell.", "object of a preposition")]
    [InlineData("[ROLE:PER The 45-year-old] was held.", "age")]
    [InlineData("[ROLE:LOC The capital of [LOC Baluchistan] province] is cold.", "a kind of place ends the of-phrase")]
    [InlineData("[ROLE:PER The ex-president] was held.", "prefix")]
    [InlineData("[ROLE:PER The president-elect] waved.", "suffix")]
    [InlineData("[ROLE:PER The [LOC U.S.] Secretary of State] flew home.", "an office with of")]
    [InlineData("[ROLE:PER The then foreign minister], [PER Joschka Fischer], agreed.", "then")]
    [InlineData("[ROLE:PER [ROLE:PER The prime minister]'s wife] laughed.", "relation with a role as its other end")]
    public void A_definite_phrase_with_a_role_noun_is_a_mention(string marked, string why) => Check(marked, why);

    [Theory]
    [InlineData("[GRP Russian] President [PER Vladimir Putin] left.", "a title")]
    [InlineData("[LOC US] President [PER Donald Trump] left.", "a title after a country")]
    [InlineData("the [LOC US] President [PER Donald Trump] left.", "a title with an article")]
    [InlineData("[ORG NATO] chief [PER Mark Rutte] left.", "a title in lower case")]
    [InlineData("[LOC Ukraine]'s President [PER Volodymyr Zelensky] left.", "a title after a possessor")]
    [InlineData("A [ORG Kremlin] spokesman said so.", "indefinite")]
    [InlineData("An adviser to him said so.", "indefinite")]
    [InlineData("The company car stood there.", "the noun modifies another")]
    [InlineData("The head of a village wept.", "of-phrase without a name")]
    [InlineData("He was hit in the head.", "a part of the body")]
    [InlineData("Two presidents met.", "plural")]
    [InlineData("The governor's office was shut.", "an office that is a room")]
    [InlineData("She became the first president of [LOC Ireland].", "a predicate")]
    [InlineData("He served as the ambassador to [LOC Turkey].", "a predicate after as")]
    [InlineData("The next prime minister will decide.", "one of a row")]
    [InlineData("The commander of [ORG NATO]-led forces wept.", "the of-phrase goes on")]
    [InlineData("The city of [LOC Toronto] slept.", "the name follows")]
    public void Titles_indefinite_phrases_and_modifiers_are_none(string marked, string why) => Check(marked, why);

    [Fact]
    public void A_role_has_the_type_of_its_head()
    {
        var found = Find(MarkedText.Parse("The president, the company and the city agreed."));

        Assert.Equal([MentionType.Person, MentionType.Organization, MentionType.Location], found.Select(m => m.Type));
        Assert.All(found, m => Assert.Equal(MentionSource.Rule, m.Source));
    }

    [Fact]
    public void Any_text_is_survived()
    {
        string[] pieces = ["the", "president", "of", "'s", "'", "-", "Ukraine", "his", ",", ".", " ", "\n", "head", "to", "\uD83D", "ex-president"];
        var gen = Gen.Int[0, pieces.Length - 1].Array[0, 30];
        gen.Sample(words => Find(MarkedText.Parse(string.Join(" ", words.Select(w => pieces[w])))) is not null);
    }

    private static void Check(string marked, string why)
    {
        var text = MarkedText.Parse(marked);
        var expected = text.Of(MentionKind.Role).Select(m => $"{m.Type} {m.Span.Of(text.Text)}");
        Assert.True(expected.SequenceEqual(Find(text).Select(m => $"{m.Type} {m.Span.Of(text.Text)}")), why + ": " + string.Join(" | ", Find(text).Select(m => m.Span.Of(text.Text).ToString())));
    }

    private static Mention[] Find(MarkedText text)
    {
        var tokens = Tokenizer.Tokenize(text.Text, SentenceSplitter.Split(text.Text, new SentenceList()), new TokenList());
        return [.. RoleMentionFinder.Find(text.Text, tokens, [.. text.Of(MentionKind.Named)], new RuleScratch())];
    }
}

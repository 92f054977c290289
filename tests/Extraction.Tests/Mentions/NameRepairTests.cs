using EntityRes.Extraction.Mentions.Repair;
using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Sentences;
using EntityRes.Extraction.Tokens;
using EntityRes.TestKit;

namespace EntityRes.Extraction.Tests.Mentions;

public class NameRepairTests
{
    [Theory]
    [InlineData("An [LOC English] company.", "An [GRP English] company.", "an adjective before a noun is of people")]
    [InlineData("It is written in [GRP Spanish].", "It is written in [OTH Spanish].", "a language")]
    [InlineData("A [GRP French]-speaking town.", "A [OTH French]-speaking town.", "a language before a hyphen")]
    [InlineData("She spoke [GRP Russian].", "She spoke [OTH Russian].", "a language after a verb of speech")]
    [InlineData("He lives in [GRP Swiss] exile.", "He lives in [GRP Swiss] exile.", "a noun follows")]
    [InlineData("He came from [LOC Georgia] yesterday.", "He came from [LOC Georgia] yesterday.", "no adjective")]
    [InlineData("The [LOC Iran]-[EVT Iraq War] ended.", "The [EVT Iran-Iraq War] ended.", "an event of two")]
    [InlineData("The [LOC Iran]-[LOC Iraq] border.", "The [LOC Iran]-[LOC Iraq] border.", "two places")]
    [InlineData("The [OTH Gold Medal] of [LOC Paris].", "The [OTH Gold Medal of Paris].", "named after a place")]
    [InlineData("He left [ORG Liverpool] of [LOC England].", "He left [ORG Liverpool] of [LOC England].", "a club is complete")]
    [InlineData("Viewers left [ORG Disney]+ again.", "Viewers left [ORG Disney+] again.", "a plus sign")]
    [InlineData("He won the Second [EVT World War].", "He won the [EVT Second World War].", "an ordinal")]
    [InlineData("Born in the Province of [LOC Salamanca].", "Born in the [LOC Province of Salamanca].", "a kind that is part of the name")]
    [InlineData("Born in the province of [LOC Salamanca].", "Born in the province of [LOC Salamanca].", "a kind alone")]
    [InlineData("In [LOC North], Central and [LOC South America].", "In North, Central and [LOC South America].", "a row of directions")]
    [InlineData("Between [LOC East] and [LOC West].", "Between [LOC East] and [LOC West].", "directions that are names")]
    public void A_name_is_put_right(string tagged, string repaired, string reason)
    {
        var (given, wanted) = (MarkedText.Parse(tagged), MarkedText.Parse(repaired));
        var tokens = Tokenizer.Tokenize(given.Text, SentenceSplitter.Split(given.Text, new SentenceList()), new TokenList());

        var found = NameRepair.Repair(given.Text, tokens, given.Mentions.ToArray(), new RuleScratch());

        Assert.True(
            wanted.Mentions.Select(mention => (mention.Span, mention.Type)).SequenceEqual(found.ToArray().Select(mention => (mention.Span, mention.Type))),
            reason);
    }
}

using EntityRes.Evaluation.CrossDocument;
using EntityRes.Text;

namespace EntityRes.Services.Tests;

public class NameSpanTests
{
    [Theory]
    [InlineData("the European airframer Airbus", false, "Airbus", "the name ends the phrase")]
    [InlineData("the Bank of America", false, "Bank of America", "of within a name")]
    [InlineData("Chief executive Jane Example", true, "Jane Example", "title and modifiers")]
    [InlineData("Prime Minister Jane Example", true, "Jane Example", "capitalised title of a person")]
    [InlineData("General Motors", false, "General Motors", "no person, no title")]
    [InlineData("Jane Example 's", true, "Jane Example", "possessive token")]
    [InlineData("Example's", false, "Example", "possessive within the token")]
    [InlineData("New Zealand 's highest peak", false, null, "the name is another's")]
    [InlineData("Jane Example , chairman of Example", true, null, "punctuation")]
    [InlineData("the chairman of Example", true, null, "the name is another's")]
    [InlineData("the President", true, null, "a role")]
    [InlineData("117", false, null, "no capital")]
    [InlineData("In Queens", false, "Queens", "preposition")]
    public void The_name_in_an_annotated_phrase(string phrase, bool isPerson, string? name, string reason)
    {
        var words = new List<CorpusWord>();
        var at = 0;
        foreach (var word in phrase.Split(' '))
        {
            words.Add(new CorpusWord(word, new TextSpan(at, at + word.Length), at == 0));
            at += word.Length + 1;
        }

        var span = NameSpan.Of([.. words], isPerson);
        Assert.True(name == (span is { } found ? found.Of(phrase).ToString() : null), reason);
    }
}

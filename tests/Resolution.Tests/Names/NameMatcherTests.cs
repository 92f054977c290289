using EntityRes.Resolution.Names;

namespace EntityRes.Resolution.Tests.Names;

public class NameMatcherTests
{
    [Theory]
    [InlineData("Angela Merkel", "MERKEL, Angela", "permutation and case")]
    [InlineData("A. Merkel", "Angela Merkel", "initial")]
    [InlineData("J.F. Kennedy", "John Fitzgerald Kennedy", "two initials")]
    [InlineData("Vladimir V. Putin", "Vladimir Putin", "an initial that is no number")]
    [InlineData("Dmitry Anatolyevich Medvedev", "Dmitry Medvedev", "patronymic")]
    [InlineData("Dmitri Medvedev", "Дмитрий Медведев", "another script")]
    [InlineData("Volodymyr O. Zelenskyi", "Volodymyr Zelensky", "another romanisation")]
    [InlineData("Mohamed Morsi", "Muhammad Mursi", "vowels of a romanisation")]
    [InlineData("Emanuel Macron", "Emmanuel Macron", "a letter too few")]
    [InlineData("President Emmanuel Macron", "Dr. Emmanuel Macron", "titles")]
    [InlineData("EmmanuelMacron", "Emmanuel Macron", "no blank")]
    [InlineData("Ursula vonder Leyen", "Ursula von der Leyen", "one blank too few")]
    [InlineData("Ali bin Hassan al-Masri", "Ali ibn Hassan Masri", "particles")]
    public void Names_of_one_person_are_the_same(string first, string second, string reason) => AssertSame(first, second, isPerson: true, reason);

    [Theory]
    [InlineData("George Bush", "Laura Bush", "another first name")]
    [InlineData("G. Bush", "Laura Bush", "another initial")]
    [InlineData("Bush", "George Bush", "a surname is not one person's alone")]
    [InlineData("Angelo Mercati", "Angela Mercati", "a woman and a man")]
    [InlineData("Kim Jong Il", "Kim Jong Un", "short names differ by two letters")]
    [InlineData("Mark Zuckermann", "Mark Zuckerberg", "half a word")]
    [InlineData("Joseph Robinette Biden", "Joseph Hunter Biden", "each has a name that the other lacks")]
    [InlineData("Louis XIV", "Louis XV", "numbers")]
    [InlineData("", "Angela Merkel", "nothing")]
    [InlineData("?", "!", "punctuation")]
    public void Names_of_two_persons_differ(string first, string second, string reason) => AssertDifferent(first, second, isPerson: true, reason);

    [Theory]
    [InlineData("Toyota Motor Corp.", "Toyota Motor Corporation", "two writings of a legal form")]
    [InlineData("Siemens AG", "Siemens", "no legal form")]
    [InlineData("OAO Gazprom", "Gazprom", "a legal form in front")]
    [InlineData("Acme Limited Liability Company", "Acme LLC", "long form")]
    [InlineData("Procter & Gamble", "Procter and Gamble", "ampersand")]
    [InlineData("Third Bank of Ohio", "3rd Bank of Ohio", "number word")]
    [InlineData("World Health Organization", "WHO", "acronym")]
    [InlineData("Volkswagen Group", "Volkswagen", "a word that tells nothing")]
    public void Names_of_one_organisation_are_the_same(string first, string second, string reason) => AssertSame(first, second, isPerson: false, reason);

    [Theory]
    [InlineData("Deutsche Bank AG", "Commerzbank AG", "the legal form alone agrees")]
    [InlineData("BAE Systems", "BWI Systems", "three letters are a name")]
    [InlineData("Northern Bank", "Southern Bank", "qualifiers agree")]
    [InlineData("Area 51", "Area 52", "numbers agree")]
    [InlineData("Carlyle Partners VII", "Carlyle Partners VIII", "ordinals agree")]
    [InlineData("Bank of Slovakia", "Bank of Slovenia", "two edits")]
    [InlineData("Reuters", "Reuters Foundation", "a word that tells")]
    [InlineData("who", "World Health Organization", "an acronym has capitals")]
    public void Names_of_two_organisations_differ(string first, string second, string reason) => AssertDifferent(first, second, isPerson: false, reason);

    private static void AssertSame(string first, string second, bool isPerson, string reason)
    {
        Assert.True(NameMatcher.IsSame(first, second, isPerson), $"{reason}: {NameMatcher.Similarity01(first, second, isPerson)}");
        Assert.Equal(NameMatcher.Similarity01(first, second, isPerson), NameMatcher.Similarity01(second, first, isPerson), 1e-5f);
        Assert.InRange(NameMatcher.Similarity01(first, second, isPerson), 0f, 1f);
    }

    private static void AssertDifferent(string first, string second, bool isPerson, string reason)
    {
        Assert.False(NameMatcher.IsSame(first, second, isPerson), $"{reason}: {NameMatcher.Similarity01(first, second, isPerson)}");
        Assert.Equal(NameMatcher.Similarity01(first, second, isPerson), NameMatcher.Similarity01(second, first, isPerson), 1e-5f);
    }
}

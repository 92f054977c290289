using EntityRes.Import.Verification;

namespace EntityRes.Import.Tests;

public class NameMatchTests
{
    [Theory]
    [InlineData("Vladimir Putin", "Putin", "surname alone")]
    [InlineData("Yukio Hatoyama", "Hatoyama Yukio", "surname first")]
    [InlineData("Gabriel Boric", "Gabriel BORIC", "capitals")]
    [InlineData("Saparmurat Niyazov", "Saparmyrat Nyýazow", "another romanisation")]
    [InlineData("OPEC", "Organization of the Petroleum Exporting Countries", "acronym")]
    [InlineData("Espoo", "Espoon kaupunki", "an inflected form")]
    public void Names_of_one_thing_match(string one, string other, string reason) => Assert.True(NameMatch.May([one], [other]), reason);

    [Theory]
    [InlineData("Viktor Orbán", "Ursula von der Leyen", "different names")]
    [InlineData("Mohammed bin Salman", "Mohammed Al Thani", "a first name alone")]
    [InlineData("Manhattan", "Brooklyn", "different places")]
    public void Names_of_different_things_do_not(string one, string other, string reason) => Assert.False(NameMatch.May([one], [other]), reason);
}

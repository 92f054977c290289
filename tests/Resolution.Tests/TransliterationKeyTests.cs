using EntityRes.Resolution.Candidates;
using EntityRes.Text;

namespace EntityRes.Resolution.Tests;

public class TransliterationKeyTests
{
    [Theory]
    [InlineData("Zelensky", "Zelenskyy", "Zelenskiy", "Selenskyj")]
    [InlineData("Qaddafi", "Kaddafi", "Kadhafi", "Qadhafi")]
    [InlineData("Khrushchev", "Hrushchev", "Khruschev", "Hruschev")]
    [InlineData("Lukashenko", "Lukaschenko", "Łukaszenko", "Lukashenko")]
    [InlineData("Mohammed", "Mohamed", "Mohammed", "Mohamed")]
    public void Romanisations_of_one_name_have_one_key(string first, string second, string third, string fourth) =>
        Assert.Single(new[] { first, second, third, fourth }.Select(name => TransliterationKey.Of(AliasKey.Of(name))).Distinct());

    [Theory]
    [InlineData("Putin", "Rutte")]
    [InlineData("Macron", "Merkel")]
    [InlineData("Iran", "Iraq")]
    [InlineData("Mali", "Malawi")]
    public void Different_names_keep_different_keys(string one, string other) =>
        Assert.NotEqual(TransliterationKey.Of(AliasKey.Of(one)), TransliterationKey.Of(AliasKey.Of(other)));
}

namespace EntityRes.Extraction.Coreference.Sieves;

internal static class PronounSieve
{
    public static Sieve Sieve { get; } = new("pronoun", static (_, _) => { });
}

namespace EntityRes.Extraction.Coreference.Sieves;

internal static class AppositionSieve
{
    public static Sieve Sieve { get; } = new("Apposition", static (_, _) => { });
}

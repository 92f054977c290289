namespace EntityRes.Extraction.Coreference.Sieves;

internal static class BareRoleSieve
{
    public static Sieve Sieve { get; } = new("BareRole", static (_, _) => { });
}

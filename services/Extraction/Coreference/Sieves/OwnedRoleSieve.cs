namespace EntityRes.Extraction.Coreference.Sieves;

internal static class OwnedRoleSieve
{
    public static Sieve Sieve { get; } = new("OwnedRole", static (_, _) => { });
}

using EntityRes.Extraction.Coreference.Sieves;

namespace EntityRes.Extraction.Coreference;

/// <summary>The sieves in order of precision: each sees the chains that those before it built.</summary>
/// <remarks>Source: the multi-pass sieve of Raghunathan et al. (2010), with sieves of our own for news and its offices.</remarks>
internal static class SieveOrder
{
    /// <summary>All sieves.</summary>
    public static Sieve[] All { get; } =
    [
        ExactNameSieve.Sieve,
        AcronymSieve.Sieve,
        FullNameSieve.Sieve,
        SurnameSieve.Sieve,
        NameContainmentSieve.Sieve,
        AppositionSieve.Sieve,
        OwnedRoleSieve.Sieve,
        BareRoleSieve.Sieve,
        PronounSieve.Sieve,
    ];
}

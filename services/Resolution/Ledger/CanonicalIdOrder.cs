using EntityRes.Resolution.CanonicalIds;

namespace EntityRes.Resolution.Ledger;

/// <summary>Which of two ids stays when both mean the same and nobody said which.</summary>
internal static class CanonicalIdOrder
{
    /// <summary>Puts the id that stays first: a QID before a minted id, else the ordinally smaller.</summary>
    internal static (string Stays, string GivesWay) Of(string first, string second)
    {
        var (firstMinted, secondMinted) = (MintedId.IsWellFormed(first), MintedId.IsWellFormed(second));
        var firstStays = firstMinted == secondMinted ? string.CompareOrdinal(first, second) <= 0 : secondMinted;
        return firstStays ? (first, second) : (second, first);
    }
}

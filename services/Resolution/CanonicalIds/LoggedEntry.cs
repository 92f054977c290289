using EntityRes.Resolution.Ledger;

namespace EntityRes.Resolution.CanonicalIds;

/// <summary>An entry of the ledger where it stands.</summary>
/// <param name="Position">Its position in the ledger; opaque, of this store alone.</param>
/// <param name="Entry">The entry.</param>
public readonly record struct LoggedEntry(string Position, string Entry)
{
    /// <summary>Reads the entry.</summary>
    /// <exception cref="StoreUnavailableException">Something else, or a later version, writes the ledger: nothing after it is known.</exception>
    public LedgerEntry Read()
    {
        try
        {
            return LedgerEntry.Parse(Entry);
        }
        catch (InvalidDataException foreign)
        {
            throw new StoreUnavailableException($"at {Position}: {foreign.Message}", foreign);
        }
    }
}

namespace EntityRes.Resolution.Ledger;

/// <summary>An entry was refused because it contradicts an earlier one.</summary>
public sealed class LedgerConflictException : Exception
{
    /// <summary>Creates the exception without a conflict.</summary>
    public LedgerConflictException()
    {
    }

    /// <summary>Creates the exception with a message alone.</summary>
    public LedgerConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public LedgerConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for a conflict.</summary>
    public LedgerConflictException(LedgerConflict conflict)
        : base(conflict?.Reason) => Conflict = conflict;

    /// <summary>What contradicts what.</summary>
    public LedgerConflict? Conflict { get; }
}

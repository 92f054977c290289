namespace EntityRes.Resolution.Ledger;

/// <summary>What an entry of the ledger says. The numbers are stored: never renumber.</summary>
public enum LedgerEntryKind
{
    /// <summary>An own entity was created or its own fields replaced.</summary>
    Upserted = 1,

    /// <summary>An entity got one more name.</summary>
    AliasAdded = 2,

    /// <summary>Somebody holds an office from one day to another.</summary>
    TenureUpserted = 3,

    /// <summary>The first id gave way to the second.</summary>
    Merged = 4,

    /// <summary>The first id became the others.</summary>
    Split = 5,

    /// <summary>Two ids mean the same.</summary>
    Same = 6,

    /// <summary>Two ids mean different things.</summary>
    Different = 7,
}

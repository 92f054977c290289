namespace EntityRes.Resolution.Ledger;

/// <summary>Why an entry cannot be true beside those before it.</summary>
/// <param name="Reason">One sentence for people.</param>
/// <param name="Earlier">The entry that it contradicts; null when it contradicts itself.</param>
public sealed record LedgerConflict(string Reason, LedgerEntry? Earlier);

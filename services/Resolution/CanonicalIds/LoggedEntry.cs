namespace EntityRes.Resolution.CanonicalIds;

/// <summary>An entry of the ledger where it stands.</summary>
/// <param name="Position">Its position in the ledger; opaque, of this store alone.</param>
/// <param name="Entry">The entry.</param>
public readonly record struct LoggedEntry(string Position, string Entry);

using EntityRes.Resolution.Ledger;
using EntityRes.V1;
using Google.Protobuf.WellKnownTypes;

namespace EntityRes.Resolver.Identity;

/// <summary>Entries of the ledger → history and changes of the wire.</summary>
internal static class HistoryMapping
{
    internal static Change ToChange(LedgerEntry entry, string cursor) => new()
    {
        Cursor = cursor,
        Kind = KindOf(entry),
        EntityIds = { entry.Ids },
        Time = entry.Time.ToTimestamp(),
        Author = entry.Author,
        Reason = entry.Reason,
        Same = entry.Kind == LedgerEntryKind.Same,
    };

    internal static HistoryEntry ToHistory(LedgerEntry entry) => new()
    {
        Time = entry.Time.ToTimestamp(),
        Kind = KindOf(entry),
        EntityIds = { entry.Ids },
        Author = entry.Author,
        Reason = entry.Reason,
        Same = entry.Kind == LedgerEntryKind.Same,
    };

    private static ChangeKind KindOf(LedgerEntry entry) => entry.Kind switch
    {
        LedgerEntryKind.Merged => ChangeKind.Merged,
        LedgerEntryKind.Split => ChangeKind.Split,
        LedgerEntryKind.Same or LedgerEntryKind.Different => ChangeKind.Judged,
        _ => ChangeKind.Upserted,
    };
}

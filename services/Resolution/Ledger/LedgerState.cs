using System.Collections.Immutable;
using EntityRes.Resolution.CanonicalIds;

namespace EntityRes.Resolution.Ledger;

/// <summary>What all entries of the ledger together say of ids: who answers for whom, who was split, what must stay apart.</summary>
/// <remarks>
/// Immutable. Invariants after any history: following <see cref="Canonical"/> ends after one step; no id that was judged different
/// from another answers with the same id; whatever was an id once is one for ever. An entry that contradicts those before it
/// changes nothing, so that every replica that reads the same entries comes to the same state.
/// </remarks>
public sealed class LedgerState
{
    /// <summary>The state before the first entry.</summary>
    public static readonly LedgerState Empty = new();

    private ImmutableDictionary<string, string> _canonical = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);
    private ImmutableDictionary<string, ImmutableSortedSet<string>> _mergedFrom =
        ImmutableDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);
    private ImmutableDictionary<string, LedgerEntry> _splits = ImmutableDictionary.Create<string, LedgerEntry>(StringComparer.Ordinal);
    private ImmutableDictionary<string, ImmutableSortedDictionary<string, LedgerEntry>> _apart =
        ImmutableDictionary.Create<string, ImmutableSortedDictionary<string, LedgerEntry>>(StringComparer.Ordinal);
    private ImmutableDictionary<string, ImmutableList<(int Number, LedgerEntry Entry)>> _history =
        ImmutableDictionary.Create<string, ImmutableList<(int, LedgerEntry)>>(StringComparer.Ordinal);
    private int _count;

    private LedgerState()
    {
    }

    /// <summary>The id that answers for an id: its successor when it was merged, else itself.</summary>
    public string Canonical(string id) => _canonical.GetValueOrDefault(id, id);

    /// <summary>The ids that an id answers for beside itself, ordinal order.</summary>
    public IReadOnlyCollection<string> MergedFrom(string id) => _mergedFrom.GetValueOrDefault(id, []);

    /// <summary>The ids that an id was split into; empty when it was not.</summary>
    public IReadOnlyList<string> Successors(string id) =>
        _splits.TryGetValue(Canonical(id), out var split) ? [.. split.Ids.Skip(1)] : [];

    /// <summary>The ids that are judged different from an id, ordinal order.</summary>
    public IEnumerable<string> DifferentFrom(string id) => _apart.GetValueOrDefault(Canonical(id))?.Keys ?? [];

    /// <summary>What was decided on an id and on those it answers for, oldest first.</summary>
    public IReadOnlyList<LedgerEntry> History(string id)
    {
        var canonical = Canonical(id);
        return [.. MergedFrom(canonical).Prepend(canonical)
            .SelectMany(one => _history.GetValueOrDefault(one, []))
            .DistinctBy(known => known.Number).OrderBy(known => known.Number).Select(known => known.Entry)];
    }

    /// <summary>Whether an entry contradicts those before it.</summary>
    /// <returns>The contradiction, or null.</returns>
    public LedgerConflict? FindConflict(LedgerEntry entry) => entry.Kind switch
    {
        LedgerEntryKind.Merged or LedgerEntryKind.Same => FindConflictOfMerge(entry),
        LedgerEntryKind.Different when Canonical(entry.Ids[0]) == Canonical(entry.Ids[1]) =>
            new($"'{entry.Ids[0]}' and '{entry.Ids[1]}' are one entity, '{Canonical(entry.Ids[0])}'", LastMergeOf(entry.Ids)),
        LedgerEntryKind.Split when _splits.TryGetValue(Canonical(entry.Ids[0]), out var earlier) =>
            new($"'{entry.Ids[0]}' was split before", earlier),
        LedgerEntryKind.Split when entry.Ids.Distinct(StringComparer.Ordinal).Count() < entry.Ids.Count
            || entry.Ids.Skip(1).Any(successor => Canonical(successor) == Canonical(entry.Ids[0])) =>
            new($"'{entry.Ids[0]}' cannot be its own successor", null),
        LedgerEntryKind.Split when entry.Ids.Skip(1).Select(Canonical).Distinct(StringComparer.Ordinal).Count() < entry.Ids.Count - 1 =>
            new($"two successors of '{entry.Ids[0]}' are one entity", LastMergeOf(entry.Ids)),
        _ => null,
    };

    /// <summary>The state after one more entry; the same state when the entry contradicts those before it.</summary>
    public LedgerState With(LedgerEntry entry)
    {
        if (FindConflict(entry) is not null)
            return this;
        var next = (LedgerState)MemberwiseClone();
        foreach (var id in entry.Ids)
            next._history = next._history.SetItem(id, next._history.GetValueOrDefault(id, []).Add((_count, entry)));
        next._count = _count + 1;
        switch (entry.Kind)
        {
            case LedgerEntryKind.Merged:
                next.Merge(Canonical(entry.Ids[0]), Canonical(entry.Ids[1]));
                break;
            case LedgerEntryKind.Same:
                var (stays, givesWay) = CanonicalIdOrder.Of(Canonical(entry.Ids[0]), Canonical(entry.Ids[1]));
                next.Merge(givesWay, stays);
                break;
            case LedgerEntryKind.Different:
                next.KeepApart(Canonical(entry.Ids[0]), Canonical(entry.Ids[1]), entry);
                break;
            case LedgerEntryKind.Split:
                next.Split(entry);
                break;
        }

        return next;
    }

    private LedgerConflict? FindConflictOfMerge(LedgerEntry entry)
    {
        var (first, second) = (Canonical(entry.Ids[0]), Canonical(entry.Ids[1]));
        if (entry.Kind == LedgerEntryKind.Merged && first == second)
        {
            return Canonical(entry.Ids[1]) == entry.Ids[1]
                ? null : new($"'{entry.Ids[1]}' already gave way to '{first}'", LastMergeOf(entry.Ids));
        }

        if (_apart.TryGetValue(first, out var apart) && apart.TryGetValue(second, out var judgement))
            return new($"'{entry.Ids[0]}' and '{entry.Ids[1]}' were judged different", judgement);
        foreach (var id in new[] { first, second })
        {
            if (_splits.TryGetValue(id, out var split))
                return new($"'{id}' was split", split);
        }

        return entry.Kind == LedgerEntryKind.Merged && MintedId.IsWellFormed(second) && !MintedId.IsWellFormed(first)
            ? new($"'{first}' is no minted id and never gives way to one", null) : null;
    }

    private LedgerEntry? LastMergeOf(IEnumerable<string> ids) => ids
        .SelectMany(id => _history.GetValueOrDefault(id, [])).Select(known => known.Entry)
        .LastOrDefault(entry => entry.Kind is LedgerEntryKind.Merged or LedgerEntryKind.Same);

    private void Merge(string givesWay, string stays)
    {
        if (givesWay == stays)
            return;
        var moved = _mergedFrom.GetValueOrDefault(givesWay, []).Add(givesWay);
        foreach (var id in moved)
            _canonical = _canonical.SetItem(id, stays);
        _mergedFrom = _mergedFrom.Remove(givesWay).SetItem(stays, _mergedFrom.GetValueOrDefault(stays, []).Union(moved));
        foreach (var (other, judgement) in _apart.GetValueOrDefault(givesWay) ?? NobodyApart)
        {
            _apart = _apart.SetItem(other, _apart[other].Remove(givesWay));
            KeepApart(stays, other, judgement);
        }

        _apart = _apart.Remove(givesWay);
    }

    private void Split(LedgerEntry entry)
    {
        _splits = _splits.SetItem(Canonical(entry.Ids[0]), entry);
        var successors = entry.Ids.Skip(1).Select(Canonical).ToArray();
        for (var i = 0; i < successors.Length; i++)
        {
            for (var j = i + 1; j < successors.Length; j++)
                KeepApart(successors[i], successors[j], entry);
        }
    }

    private void KeepApart(string one, string other, LedgerEntry judgement)
    {
        _apart = _apart.SetItem(one, (_apart.GetValueOrDefault(one) ?? NobodyApart).SetItem(other, judgement));
        _apart = _apart.SetItem(other, (_apart.GetValueOrDefault(other) ?? NobodyApart).SetItem(one, judgement));
    }

    private static ImmutableSortedDictionary<string, LedgerEntry> NobodyApart { get; } =
        ImmutableSortedDictionary.Create<string, LedgerEntry>(StringComparer.Ordinal);
}

using System.Collections.Immutable;
using EntityRes.Resolution.NilClusters;
using EntityRes.Text;

namespace EntityRes.Resolution.CanonicalIds;

/// <summary>What was seen of a minted entity: bounded, the newest kept.</summary>
/// <param name="Sightings">Documents that named it, each counted as often as it was resolved but for repetitions among the last ones.</param>
/// <param name="Names">How often each spelling was its fullest name in a document; the most frequent ones.</param>
/// <param name="FirstSeen">The earliest document date; null when no document had one.</param>
/// <param name="LastSeen">The latest document date; null when no document had one.</param>
/// <param name="Documents">Ids of the last documents, oldest first.</param>
/// <param name="Context">The surroundings that it was seen in, all together.</param>
public sealed record MintedEvidence(
    int Sightings, ImmutableSortedDictionary<string, int> Names, PartialDate? FirstSeen, PartialDate? LastSeen,
    ImmutableList<string> Documents, ContextSignature Context)
{
    /// <summary>Spellings that are kept.</summary>
    public const int MostNames = 8;

    /// <summary>Documents that are kept.</summary>
    public const int MostDocuments = 8;

    /// <summary>Longest document id that is kept, UTF-16 code units; longer ones are counted but not listed.</summary>
    public const int LongestDocumentId = 128;

    /// <summary>Nothing seen.</summary>
    public static readonly MintedEvidence None =
        new(0, ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal), null, null, [], ContextSignature.Empty);

    /// <summary>With one more sighting. A document whose id is among the last ones is no news.</summary>
    public MintedEvidence With(NameSighting sighting)
    {
        var document = sighting.DocumentId.Length <= LongestDocumentId ? sighting.DocumentId : "";
        if (document.Length > 0 && Documents.Contains(document, StringComparer.Ordinal))
            return this;
        var documents = document.Length > 0 ? Documents.Add(document) : Documents;
        return new MintedEvidence(
            Sightings + 1,
            Bounded(Names.SetItem(sighting.Name, Names.GetValueOrDefault(sighting.Name) + 1)),
            Earlier(FirstSeen, sighting.Date), Later(LastSeen, sighting.Date),
            documents.Count > MostDocuments ? documents.RemoveAt(0) : documents,
            Context.Merge(sighting.Context));
    }

    // The least frequent makes room, the ordinally last of equals.
    private static ImmutableSortedDictionary<string, int> Bounded(ImmutableSortedDictionary<string, int> names) => names.Count <= MostNames
        ? names : names.Remove(names.OrderBy(pair => pair.Value).ThenByDescending(pair => pair.Key, StringComparer.Ordinal).First().Key);

    private static PartialDate? Earlier(PartialDate? one, PartialDate? other) =>
        one is not { } first || (other is { } second && second < first) ? other : first;

    private static PartialDate? Later(PartialDate? one, PartialDate? other) =>
        one is not { } first || (other is { } second && second > first) ? other : first;
}

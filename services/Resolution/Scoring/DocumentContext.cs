using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Resolution.Scoring;

/// <summary>What the features may look at beside the candidate: the document so far.</summary>
internal sealed class DocumentContext(EntityCatalogue catalogue, PartialDate? asOf)
{
    private readonly Dictionary<int, int> _chainsByPolity = [];
    private int _chainCount;

    /// <summary>Where candidates live.</summary>
    internal EntityCatalogue Catalogue => catalogue;

    /// <summary>The document's date, null when unknown.</summary>
    internal PartialDate? AsOf => asOf;

    /// <summary>Tells the context what a chain means by the first reading.</summary>
    /// <param name="entity">Index into the catalogue.</param>
    internal void Add(int entity)
    {
        _chainCount++;
        Count(entity);
        foreach (var polity in catalogue.Entities[entity].Of)
            Count(polity);
    }

    /// <summary>Share of the document's other chains that belong to the candidate's country or organisation, 0–1.</summary>
    /// <param name="candidate">Index into the catalogue.</param>
    /// <param name="ownReading">What the candidate's own chain meant by the first reading, or −1.</param>
    internal float Coherence(int candidate, int ownReading)
    {
        if (_chainCount <= 1)
            return 0;
        var best = Shared(candidate, ownReading);
        foreach (var polity in catalogue.Entities[candidate].Of)
            best = Math.Max(best, Shared(polity, ownReading));
        return Math.Min(1, (float)best / (_chainCount - 1));
    }

    private int Shared(int polity, int ownReading)
    {
        var count = _chainsByPolity.GetValueOrDefault(polity);
        var isOwn = ownReading >= 0 && (ownReading == polity || catalogue.Entities[ownReading].Of.Contains(polity));
        return isOwn ? count - 1 : count;
    }

    private void Count(int polity) => _chainsByPolity[polity] = _chainsByPolity.GetValueOrDefault(polity) + 1;
}

using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Resolution.Scoring;

/// <summary>What the features may look at beside the candidate: the document so far.</summary>
/// <param name="catalogue">Where candidates live.</param>
/// <param name="asOf">The document's date, null when unknown.</param>
/// <param name="chains">How many chains it has.</param>
internal sealed class DocumentContext(EntityCatalogue catalogue, PartialDate? asOf, int chains)
{
    private readonly Dictionary<int, int> _chainsByPolity = new(chains);
    private readonly Dictionary<int, (int Longest, int Second)> _wordsByEntity = new(chains); // of the chains that mean it
    private int _chainCount;

    /// <summary>Where candidates live.</summary>
    internal EntityCatalogue Catalogue => catalogue;

    /// <summary>The document's date, null when unknown.</summary>
    internal PartialDate? AsOf => asOf;

    /// <summary>Tells the context what a chain means by the first reading.</summary>
    /// <param name="entity">Index into the catalogue.</param>
    /// <param name="words">Words of the chain's representative mention, ≥ 1.</param>
    internal void Add(int entity, int words)
    {
        _chainCount++;
        var (longest, second) = _wordsByEntity.GetValueOrDefault(entity);
        _wordsByEntity[entity] = (Math.Max(longest, words), Math.Max(second, Math.Min(longest, words)));
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

    /// <summary>Words of the longest name by which another chain meant an entity by the first reading; 0 when none did.</summary>
    /// <param name="entity">Index into the catalogue.</param>
    /// <param name="ownReading">What the asking chain itself meant by the first reading, or −1.</param>
    /// <param name="ownWords">Words of its representative mention.</param>
    internal int WordsElsewhere(int entity, int ownReading, int ownWords)
    {
        var (longest, second) = _wordsByEntity.GetValueOrDefault(entity);
        return ownReading == entity && ownWords == longest ? second : longest;
    }

    private int Shared(int polity, int ownReading)
    {
        var count = _chainsByPolity.GetValueOrDefault(polity);
        var isOwn = ownReading >= 0 && (ownReading == polity || catalogue.Entities[ownReading].Of.Contains(polity));
        return isOwn ? count - 1 : count;
    }

    private void Count(int polity) => _chainsByPolity[polity] = _chainsByPolity.GetValueOrDefault(polity) + 1;
}

using EntityRes.Text;

namespace EntityRes.Resolution.Candidates;

/// <summary>What comparing a name with those of an entity came to: news repeats its names.</summary>
/// <remarks>Thread-safe. What is kept spares every candidate the building and splitting of its names, which allocates.</remarks>
internal sealed class KeptComparisons
{
    private readonly RecentResults<Compared, float> _results = new(1 << 13);

    private readonly record struct Compared(string Name, Comparison Comparison, int Entity);

    /// <summary>Compares, or remembers.</summary>
    /// <param name="comparison">Which comparison.</param>
    /// <param name="name">The name.</param>
    /// <param name="entity">Index into the catalogue that these comparisons are of.</param>
    /// <param name="compare">Makes the comparison; a function of name and entity alone.</param>
    internal float Of(Comparison comparison, in CandidateName name, int entity, Comparing compare)
    {
        var key = new Compared(name.Surface, comparison, entity);
        var hash = StableHash.Combine(StableHash.Of(name.Surface, (ulong)comparison), (ulong)entity);
        return _results.TryGet(hash, key, out var kept) ? kept : _results.Keep(hash, key, compare(name, entity));
    }

    /// <summary>Compares a name with the names of an entity.</summary>
    internal delegate float Comparing(in CandidateName name, int entity);
}

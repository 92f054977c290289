using EntityRes.Text;

namespace EntityRes.Resolution.Candidates;

/// <summary>What comparing a name with those of an entity came to, kept of the comparisons made of late: news repeats its names.</summary>
/// <remarks>
/// Thread-safe. Each comparison has one place, which it shares with others (a direct-mapped cache): what is kept is bounded, and finding it
/// allocates nothing, which building the entity's names and splitting them would do for every candidate. Two names with the same 64-bit
/// hash would share what they came to.
/// </remarks>
internal sealed class KeptComparisons
{
    private const int Places = 1 << 13;

    private readonly Kept?[] _kept = new Kept?[Places];

    private sealed record Kept(ulong Key, float Result);

    /// <summary>Compares, or remembers.</summary>
    /// <param name="comparison">Which comparison.</param>
    /// <param name="name">The name.</param>
    /// <param name="entity">Index into the catalogue that these comparisons are of.</param>
    /// <param name="compare">Makes the comparison; a function of name and entity alone.</param>
    internal float Of(Comparison comparison, in CandidateName name, int entity, Comparing compare)
    {
        var key = StableHash.Combine(StableHash.Of(name.Surface, (ulong)comparison), (ulong)entity);
        ref var place = ref _kept[key % Places];
        if (Volatile.Read(ref place) is { } kept && kept.Key == key)
            return kept.Result;
        var result = compare(name, entity);
        Volatile.Write(ref place, new Kept(key, result));
        return result;
    }

    /// <summary>Compares a name with the names of an entity.</summary>
    internal delegate float Comparing(in CandidateName name, int entity);
}

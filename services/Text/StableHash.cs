namespace EntityRes.Text;

/// <summary>
/// The one hash of the system: the same value for the same characters on every machine, in every process and version. Model
/// features, alias indexes and minted ids are built on it, so it must never change.
/// </summary>
/// <remarks>
/// FNV-1a over the UTF-16 code units, 64 bit (Fowler, Noll, Vo; one round a code unit instead of a byte), closed with the
/// finaliser of MurmurHash3 (Appleby) so that all bits are usable. Not for security.
/// </remarks>
public static class StableHash
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Hashes the characters. O(length), no allocation.</summary>
    /// <param name="text">Any characters, lone surrogates included.</param>
    /// <param name="seed">Chooses one of 2⁶⁴ independent functions.</param>
    public static ulong Of(ReadOnlySpan<char> text, ulong seed = 0) => End(Continue(Begin(seed), text));

    /// <summary>Begins hashing a text that comes in pieces.</summary>
    /// <param name="seed">As for <see cref="Of"/>.</param>
    public static ulong Begin(ulong seed = 0) => OffsetBasis ^ Mix(seed);

    /// <summary>Hashes one more piece.</summary>
    /// <param name="state">What <see cref="Begin"/> or the last piece returned.</param>
    /// <param name="piece">Any characters.</param>
    public static ulong Continue(ulong state, ReadOnlySpan<char> piece)
    {
        foreach (var c in piece)
            state = (state ^ c) * Prime;
        return state;
    }

    /// <summary>The hash of all pieces: that of the whole text.</summary>
    public static ulong End(ulong state) => Mix(state);

    /// <summary>Combines a hash with one more value.</summary>
    public static ulong Combine(ulong hash, ulong value) => Mix(hash ^ (value * 0x9E3779B97F4A7C15UL));

    private static ulong Mix(ulong h)
    {
        h ^= h >> 33;
        h *= 0xFF51AFD7ED558CCDUL;
        h ^= h >> 33;
        h *= 0xC4CEB9FE1A85EC53UL;
        return h ^ (h >> 33);
    }
}

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
    public static ulong Of(ReadOnlySpan<char> text, ulong seed = 0)
    {
        var hash = OffsetBasis ^ Mix(seed);
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        return Mix(hash);
    }

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

using System.Diagnostics.CodeAnalysis;

namespace EntityRes.Text;

/// <summary>What was worked out of late, by what it was worked out from: a direct-mapped cache.</summary>
/// <typeparam name="TKey">All that a result depends on.</typeparam>
/// <typeparam name="TResult">The result; never changed once it is kept.</typeparam>
/// <param name="places">How many results are kept at most, above 0. Each key has one place, which it shares with others.</param>
/// <remarks>Thread-safe. Finding a result is one comparison and allocates nothing.</remarks>
public sealed class RecentResults<TKey, TResult>(int places)
    where TKey : IEquatable<TKey>
{
    private readonly Kept?[] _kept = new Kept?[places];

    private sealed record Kept(TKey Key, TResult Result);

    /// <summary>Finds the result of a key.</summary>
    /// <param name="hash">Any number that is a function of the key; it chooses the place.</param>
    /// <param name="key">The key.</param>
    /// <param name="result">What was kept.</param>
    public bool TryGet(ulong hash, TKey key, [MaybeNullWhen(false)] out TResult result)
    {
        var kept = Volatile.Read(ref PlaceOf(hash));
        var isKept = kept is not null && kept.Key.Equals(key);
        result = isKept ? kept!.Result : default;
        return isKept;
    }

    /// <summary>Keeps the result of a key instead of what its place held.</summary>
    /// <param name="hash">As for <see cref="TryGet"/>.</param>
    /// <param name="key">The key.</param>
    /// <param name="result">The result.</param>
    /// <returns><paramref name="result"/>.</returns>
    public TResult Keep(ulong hash, TKey key, TResult result)
    {
        Volatile.Write(ref PlaceOf(hash), new Kept(key, result));
        return result;
    }

    private ref Kept? PlaceOf(ulong hash) => ref _kept[hash % (ulong)_kept.Length];
}

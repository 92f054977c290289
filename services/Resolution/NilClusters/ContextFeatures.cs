using System.Buffers;
using System.Runtime.InteropServices;
using EntityRes.Text;

namespace EntityRes.Resolution.NilClusters;

/// <summary>Collects what is known of a chain's surroundings, as the features of a <see cref="ContextSignature"/>.</summary>
/// <remarks>Not thread-safe. The order of the calls does not matter.</remarks>
public sealed class ContextFeatures
{
    /// <summary>UTF-16 code units on either side of a mention that count as near it.</summary>
    public const int WindowLength = 160;

    private const int EntityWeight = 4; // of an entity that the whole document is about: this many more
    private const int CountryWeight = 2;
    private const int RoleWeight = 3;
    private const int LeastWordLength = 4;

    private readonly List<ulong> _features = []; // with their weights: the document's, then the chain's
    private int _ofDocument = -1; // how many; -1 = no chain was begun
    private int _own = -1;

    private enum Kind : ulong
    {
        Entity = 0xC0,
        Country = 0xC1,
        Role = 0xC2,
        Word = 0xC3,
    }

    /// <summary>Begins the features of one chain: what was added before the first chain is the document's, and goes into every signature.</summary>
    /// <param name="own">Which of the document's features is the chain itself, in the order in which they were added; -1 = none.</param>
    public void BeginChain(int own)
    {
        if (_ofDocument < 0)
            _ofDocument = _features.Count;
        CollectionsMarshal.SetCount(_features, _ofDocument);
        _own = own;
    }

    /// <summary>Adds another entity of the document.</summary>
    /// <param name="canonicalId">Its id; empty counts for nothing.</param>
    /// <param name="share01">How much the document is about it, 0–1 (<see cref="Salience.Share"/>).</param>
    public ContextFeatures AddEntity(string canonicalId, double share01)
    {
        ArgumentNullException.ThrowIfNull(canonicalId);
        if (canonicalId.Length > 0)
            Add(Kind.Entity, canonicalId, EntityWeight + (int)Math.Round(EntityWeight * Math.Clamp(share01, 0, 1)));
        return this;
    }

    /// <summary>Adds a country that the chain or its document belongs to.</summary>
    /// <param name="canonicalId">Its id; empty counts for nothing.</param>
    public ContextFeatures AddCountry(string canonicalId)
    {
        ArgumentNullException.ThrowIfNull(canonicalId);
        if (canonicalId.Length > 0)
            Add(Kind.Country, canonicalId, CountryWeight);
        return this;
    }

    /// <summary>Adds a role phrase of the chain or a title at its name: "the former mayor of Bern", "coach".</summary>
    /// <param name="phrase">Surface form; each of its content words counts.</param>
    public ContextFeatures AddRole(ReadOnlySpan<char> phrase) => AddWords(phrase, Kind.Role, RoleWeight, except: []);

    /// <summary>Adds the content words near a mention.</summary>
    /// <param name="text">The document.</param>
    /// <param name="mention">The mention, UTF-16 code units; its own words do not count.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mention is not within the text.</exception>
    public ContextFeatures AddWordsNear(string text, TextSpan mention)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mention.End, text.Length, nameof(mention));
        var (start, end) = (Math.Max(0, mention.Start - WindowLength), Math.Min(text.Length, mention.End + WindowLength));
        while (start > 0 && start < mention.Start && char.IsLetterOrDigit(text[start - 1]))
            start++; // not half a word
        while (end < text.Length && end > mention.End && char.IsLetterOrDigit(text[end]))
            end--;
        var own = AliasKey.Of(mention.Of(text));
        return AddWords(text.AsSpan(start, mention.Start - start), Kind.Word, 1, own)
            .AddWords(text.AsSpan(mention.End, end - mention.End), Kind.Word, 1, own);
    }

    /// <summary>The signature of all that was added.</summary>
    public ContextSignature ToSignature()
    {
        var buffer = ArrayPool<ulong>.Shared.Rent(_features.Count);
        try
        {
            var features = buffer.AsSpan(0, _features.Count);
            CollectionsMarshal.AsSpan(_features).CopyTo(features);
            if (_own >= 0)
            {
                features[_own] = features[^1];
                features = features[..^1];
            }

            return ContextSignature.OfWeighted(features);
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(buffer);
        }
    }

    private ContextFeatures AddWords(ReadOnlySpan<char> text, Kind kind, int weight, ReadOnlySpan<char> except)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length * AliasKey.MaxExpansion);
        try
        {
            ReadOnlySpan<char> key = buffer.AsSpan(0, AliasKey.Fold(text, buffer));
            foreach (var range in key.Split(' '))
            {
                var word = key[range];
                if (word.Length >= LeastWordLength && !ContextStopWords.Contains(word) && !HasWord(except, word))
                    Add(kind, Singular(word), weight);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }

        return this;
    }

    private static bool HasWord(ReadOnlySpan<char> key, ReadOnlySpan<char> word)
    {
        foreach (var range in key.Split(' '))
        {
            if (key[range].SequenceEqual(word))
                return true;
        }

        return false;
    }

    private void Add(Kind kind, ReadOnlySpan<char> value, int weight)
    {
        var feature = StableHash.Of(value, (ulong)kind);
        feature = kind == Kind.Country ? feature | ContextSignature.CountryBit : feature & ~ContextSignature.CountryBit;
        _features.Add(ContextSignature.Weighted(feature, weight));
    }

    private static ReadOnlySpan<char> Singular(ReadOnlySpan<char> word) =>
        word.Length > LeastWordLength && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
}

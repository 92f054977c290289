using EntityRes.Text;

namespace EntityRes.Resolution.Catalogue;

/// <summary>
/// The deletion neighbourhood of a word: its beginning, and what is left of it when one or two letters are taken out. Two words a
/// few typing errors apart share at least one of them.
/// </summary>
/// <remarks>Source: Garbe, SymSpell (2012), on Mor and Fraenkel (1982); hashes instead of strings.</remarks>
internal static class WordDeletions
{
    /// <summary>Largest number of hashes of one word.</summary>
    internal const int Most = 1 + CatalogueFormat.DeletionPrefix + (CatalogueFormat.DeletionPrefix * (CatalogueFormat.DeletionPrefix - 1) / 2);

    /// <summary>Writes the hashes, each once.</summary>
    /// <param name="word">A word of an alias key.</param>
    /// <param name="edits">How many letters may be taken out, 0–2.</param>
    /// <param name="hashes">Receives them; at least <see cref="Most"/> long.</param>
    /// <returns>How many there are.</returns>
    internal static int Write(ReadOnlySpan<char> word, int edits, Span<ulong> hashes)
    {
        var beginning = word[..Math.Min(word.Length, CatalogueFormat.DeletionPrefix)];
        var start = StableHash.Begin(CatalogueFormat.DeletionSeed);
        var count = 0;
        Add(StableHash.End(StableHash.Continue(start, beginning)), hashes, ref count);
        for (var i = 0; i < beginning.Length && edits > 0; i++)
        {
            var first = StableHash.Continue(start, beginning[..i]);
            Add(StableHash.End(StableHash.Continue(first, beginning[(i + 1)..])), hashes, ref count);
            for (var j = i + 1; j < beginning.Length && edits > 1; j++)
            {
                var second = StableHash.Continue(first, beginning[(i + 1)..j]);
                Add(StableHash.End(StableHash.Continue(second, beginning[(j + 1)..])), hashes, ref count);
            }
        }

        return count;
    }

    private static void Add(ulong hash, Span<ulong> hashes, ref int count)
    {
        if (!hashes[..count].Contains(hash))
            hashes[count++] = hash;
    }
}

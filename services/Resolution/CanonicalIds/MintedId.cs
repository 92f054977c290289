using System.Buffers;
using EntityRes.Text;

namespace EntityRes.Resolution.CanonicalIds;

/// <summary>
/// Makes the canonical id of an entity that has no Wikidata item: <c>er:</c> and 16 characters, a function of the entity's type and
/// alias key and of its ordinal among the entities of that name.
/// </summary>
/// <remarks>
/// Every replica, every store and every installation therefore gives one name one id, also after a store was lost, and an
/// entity keeps its id when its name enters the catalogue. The first twelve characters are the name's alone: they are the family in
/// which all entities of one name are remembered together. 80 bits: among ten million names two collide with a probability
/// below 10⁻¹⁰. See <c>docs/adr/0005-canonical-ids.md</c>.
/// </remarks>
public static class MintedId
{
    /// <summary>What every minted id begins with.</summary>
    public const string Prefix = "er:";

    /// <summary>Characters of a family.</summary>
    public const int FamilyLength = 12;

    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford base 32, lower case
    private const int DigitCount = 16;
    private const int OrdinalShift = 16;

    private static readonly SearchValues<char> DigitSet = SearchValues.Create(Digits);

    /// <summary>The id of a name.</summary>
    /// <param name="type">Type of the entity.</param>
    /// <param name="name">Any surface form of the name; forms with one alias key have one id.</param>
    /// <param name="ordinal">0 for the first entity of the name, 1 for the second, …</param>
    public static string Of(EntityType type, string name, int ordinal = 0)
    {
        var key = AliasKey.Of(name);
        var low = StableHash.Of(key, (ulong)type);
        var high = StableHash.Of(key, (ulong)type + 0x100 + ((ulong)ordinal << OrdinalShift));
        return string.Create(Prefix.Length + DigitCount, (low, high), static (id, bits) =>
        {
            Prefix.CopyTo(id);
            var (low, high) = bits;
            for (var i = 0; i < DigitCount; i++)
            {
                var digit = i < FamilyLength ? low >> (i * 5) : high >> ((i - FamilyLength) * 5);
                id[Prefix.Length + i] = Digits[(int)(digit & 31)];
            }
        });
    }

    /// <summary>The family of a minted id: twelve characters.</summary>
    /// <param name="id">A well-formed minted id.</param>
    public static string FamilyOf(string id) => id.Substring(Prefix.Length, FamilyLength);

    /// <summary>Whether the text has the form of a minted id.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> id) =>
        id.Length == Prefix.Length + DigitCount && id.StartsWith(Prefix, StringComparison.Ordinal)
        && id[Prefix.Length..].IndexOfAnyExcept(DigitSet) < 0;
}

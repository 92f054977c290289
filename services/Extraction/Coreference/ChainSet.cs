using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference;

/// <summary>One link that a sieve made, for explanations and tests.</summary>
/// <param name="Mention">Index of a mention.</param>
/// <param name="Antecedent">Index of the mention it was joined to.</param>
/// <param name="Sieve">Name of the sieve.</param>
internal readonly record struct ChainLink(int Mention, int Antecedent, string Sieve);

/// <summary>The chains while they are built: disjoint sets of mentions with what is known of each set.</summary>
/// <remarks>Union by size with path halving: n joins take O(n log n) with the facts they move.</remarks>
internal sealed class ChainSet
{
    private readonly int[] _parent;
    private readonly int[] _size;
    private readonly bool[] _hasName;
    private readonly Gender[] _gender;
    private readonly List<OfficeFact>?[] _offices;
    private readonly List<ChainLink> _links = [];

    public ChainSet(DocumentFacts document)
    {
        var count = document.Mentions.Length;
        _parent = new int[count];
        _size = new int[count];
        _hasName = new bool[count];
        _gender = new Gender[count];
        _offices = new List<OfficeFact>?[count];
        for (var i = 0; i < count; i++)
        {
            var facts = document.Mentions[i];
            _parent[i] = i;
            _size[i] = 1;
            _hasName[i] = facts.IsName;
            _gender[i] = facts.Gender;
            if ((facts.Title ?? facts.Office) is { } office)
                _offices[i] = [office];
        }
    }

    /// <summary>The links made, in order.</summary>
    public IReadOnlyList<ChainLink> Links => _links;

    /// <summary>The mention that stands for the chain of a mention; changes when chains are joined.</summary>
    public int ChainOf(int mention)
    {
        while (_parent[mention] != mention)
        {
            _parent[mention] = _parent[_parent[mention]];
            mention = _parent[mention];
        }

        return mention;
    }

    /// <summary>Number of mentions in the chain of a mention.</summary>
    public int SizeOf(int mention) => _size[ChainOf(mention)];

    /// <summary>Whether the chain of a mention has a name.</summary>
    public bool HasName(int mention) => _hasName[ChainOf(mention)];

    /// <summary>The gender known for the chain of a mention.</summary>
    public Gender GenderOf(int mention) => _gender[ChainOf(mention)];

    /// <summary>Whether two mentions may be of one gender.</summary>
    public bool AgreeInGender(int one, int other) =>
        GenderOf(one) is var a && GenderOf(other) is var b && (a == b || a == Gender.Unknown || b == Gender.Unknown);

    /// <summary>The offices said of the chain of a mention.</summary>
    public IReadOnlyList<OfficeFact> OfficesOf(int mention) => _offices[ChainOf(mention)] is { } offices ? offices : [];

    /// <summary>Joins the chains of two mentions.</summary>
    /// <param name="mention">The later mention.</param>
    /// <param name="antecedent">The one it goes back to.</param>
    /// <param name="sieve">The sieve that says so.</param>
    public void Join(int mention, int antecedent, string sieve)
    {
        int one = ChainOf(mention), other = ChainOf(antecedent);
        if (one == other)
            return;
        _links.Add(new ChainLink(mention, antecedent, sieve));
        if (_size[one] > _size[other])
            (one, other) = (other, one);
        _parent[one] = other;
        _size[other] += _size[one];
        _hasName[other] |= _hasName[one];
        if (_gender[other] == Gender.Unknown)
            _gender[other] = _gender[one];
        if (_offices[one] is not { } moved)
            return;
        if (_offices[other] is { } kept)
            Merge(kept, moved);
        else
            _offices[other] = moved;
        _offices[one] = null;
    }

    // Few different offices are said of one person; the list is kept free of repeats.
    private static void Merge(List<OfficeFact> kept, List<OfficeFact> moved)
    {
        foreach (var office in moved)
        {
            if (kept.Count < MaxOffices && !kept.Contains(office))
                kept.Add(office);
        }
    }

    private const int MaxOffices = 16;
}

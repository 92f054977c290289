using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference;

/// <summary>One link that a sieve made, for explanations and tests.</summary>
/// <param name="Mention">Index of a mention.</param>
/// <param name="Antecedent">Index of the mention it was joined to.</param>
/// <param name="Sieve">Name of the sieve.</param>
internal readonly record struct ChainLink(int Mention, int Antecedent, string Sieve);

/// <summary>The chains while they are built: disjoint sets of mentions with what is known of each set. Reusable, not thread-safe.</summary>
/// <remarks>Union by size with path halving: n joins take O(n log n) with the facts they move.</remarks>
internal sealed class ChainSet
{
    private const int MaxOffices = 16;

    private readonly List<ChainLink> _links = [];
    private int[] _parent = [];
    private int[] _size = [];
    private bool[] _hasName = [];
    private Gender[] _gender = [];
    private int[] _firstOffice = []; // by chain: the first mention whose office counts, or -1
    private int[] _nextOffice = [];  // by mention: the next one
    private DocumentFacts _document = new();

    /// <summary>Begins a document: each mention is a chain.</summary>
    public void Begin(DocumentFacts document)
    {
        _document = document;
        _links.Clear();
        Reserve(document.Count);
        for (var i = 0; i < document.Count; i++)
        {
            ref readonly var facts = ref document.Mentions[i];
            _parent[i] = i;
            _size[i] = 1;
            _hasName[i] = facts.IsName;
            _gender[i] = facts.Gender;
            _firstOffice[i] = facts.HasOffice ? i : -1;
            _nextOffice[i] = -1;
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

    /// <summary>The first mention that says an office of the chain of a mention, or −1.</summary>
    public int FirstOffice(int mention) => _firstOffice[ChainOf(mention)];

    /// <summary>The mention that says the chain's next office, or −1. Few different ones are said of one person; there are no repeats.</summary>
    public int NextOffice(int office) => _nextOffice[office];

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
        MergeOffices(other, one);
    }

    private void MergeOffices(int chain, int moved)
    {
        if (_firstOffice[chain] < 0)
        {
            _firstOffice[chain] = _firstOffice[moved];
            return;
        }

        for (int office = _firstOffice[moved], next; office >= 0; office = next)
        {
            next = _nextOffice[office];
            Append(chain, office);
        }
    }

    private void Append(int chain, int office)
    {
        var count = 1;
        for (var last = _firstOffice[chain]; ; last = _nextOffice[last], count++)
        {
            if (count >= MaxOffices || _document.Mentions[last].Office == _document.Mentions[office].Office)
                return;
            if (_nextOffice[last] >= 0)
                continue;
            _nextOffice[last] = office;
            _nextOffice[office] = -1;
            return;
        }
    }

    private void Reserve(int mentions)
    {
        if (_parent.Length >= mentions)
            return;
        var length = mentions * 2;
        _parent = new int[length];
        _size = new int[length];
        _hasName = new bool[length];
        _gender = new Gender[length];
        _firstOffice = new int[length];
        _nextOffice = new int[length];
    }
}

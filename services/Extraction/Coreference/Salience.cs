using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Text;

namespace EntityRes.Extraction.Coreference;

/// <summary>Follows through a document what is being spoken of, and chooses the antecedent of a definite phrase.</summary>
/// <remarks>Each choice looks at a bounded number of mentions. Not thread-safe.</remarks>
internal sealed class Salience
{
    /// <summary>A chain that may be meant: the name to join, and the mention that last spoke of it.</summary>
    private readonly record struct Candidate(int Antecedent, int Named);

    private const int SentencesBack = 8;
    private const int MentionsBack = 60;

    private readonly KeyMap _support = new();   // owner key → mentions so far
    private readonly KeyMap _calledSo = new();  // chain and sense
    private readonly KeyMap _countries = new(); // owner key → the first name of the country
    private readonly List<Candidate> _candidates = [];
    private readonly double[] _features = new double[SalienceWeights.Count];
    private DocumentFacts _document = new();
    private ChainSet _chains = new();
    private int[] _mentions = [];      // by chain: mentions so far
    private int[] _firstSentence = []; // by chain

    /// <summary>Whether a name can be meant by a phrase.</summary>
    public delegate bool MayBe(in RolePhrase role, in MentionFacts name);

    /// <summary>Begins a _document.</summary>
    public void Begin(DocumentFacts document, ChainSet chains)
    {
        (_document, _chains) = (document, chains);
        _support.Clear();
        _calledSo.Clear();
        _countries.Clear();
        if (_mentions.Length < document.Count)
            (_mentions, _firstSentence) = (new int[document.Count * 2], new int[document.Count * 2]);
        _mentions.AsSpan(0, document.Count).Clear();
        foreach (var name in document.Names)
        {
            if (document.Mentions[name].NameKind.Name is "country")
                _countries.TryAdd(document.Mentions[name].OwnerKey, name);
        }
    }

    /// <summary>Takes note of a mention, in text order, after its chain is settled.</summary>
    public void Note(int mention)
    {
        var chain = _chains.ChainOf(mention);
        ref readonly var facts = ref _document.Mentions[mention];
        if (_mentions[chain]++ == 0)
            _firstSentence[chain] = facts.Sentence;
        if (facts.OwnerKey != 0)
            _support.At(facts.OwnerKey, 0)++;
        if (facts.Role >= 0)
            _calledSo.TryAdd(KeyOf(chain, facts.Office.Sense), 1);
    }

    /// <summary>Joins a phrase to its antecedent, keeping the counts of the chain.</summary>
    public void Join(int mention, int antecedent, string sieve)
    {
        var (before, phrase) = (_chains.ChainOf(antecedent), _chains.ChainOf(mention));
        _chains.Join(mention, antecedent, sieve);
        var after = _chains.ChainOf(antecedent);
        (_mentions[after], _firstSentence[after]) = (_mentions[before] + _mentions[phrase], _firstSentence[before]);
    }

    /// <summary>The name a phrase goes back to, or -1 when there is none or none is probable enough.</summary>
    /// <param name="mention">The phrase.</param>
    /// <param name="role">The phrase taken apart.</param>
    /// <param name="lastOfKind">The last name, however far back, that says it is such a thing; or -1.</param>
    /// <param name="mayBe">Whether a name can be meant.</param>
    public int Choose(int mention, in RolePhrase role, int lastOfKind, MayBe mayBe)
    {
        Collect(mention, role, lastOfKind, mayBe);
        var weights = SalienceWeights.Of(role.Noun.Type);
        var best = -1;
        var bestScore = double.NegativeInfinity;
        var others = 0.0; // Σ exp(score − best score) over the candidates but for the best
        for (var rank = 0; rank < _candidates.Count; rank++)
        {
            Read(mention, role, _candidates[rank], rank);
            _document.CandidateSeen?.Invoke(mention, _candidates[rank].Antecedent, _features);
            var score = weights.Score(_features);
            if (score > bestScore)
            {
                others = best < 0 ? 0 : (others + 1) * Math.Exp(bestScore - score);
                (best, bestScore) = (_candidates[rank].Antecedent, score);
            }
            else
            {
                others += Math.Exp(score - bestScore);
            }
        }

        return best >= 0 && 1 / (1 + others) >= SalienceWeights.MinProbability01 ? best : -1;
    }

    private static ulong KeyOf(int chain, Sense sense) => StableHash.Combine(sense.Key, (ulong)chain);

    // The last mention of each chain that may be meant, the nearest first.
    private void Collect(int mention, in RolePhrase role, int lastOfKind, MayBe mayBe)
    {
        _candidates.Clear();
        var mentions = _document.Mentions;
        var sentence = mentions[mention].Sentence;
        for (var at = mention - 1; at >= Math.Max(0, mention - MentionsBack); at--)
        {
            ref readonly var facts = ref mentions[at];
            if (facts.Sentence < sentence - SentencesBack)
                break;
            if (!facts.IsName)
                continue;
            if (facts.Mention.Type == role.Noun.Type && mayBe(role, facts))
                AddCandidate(at, at);
            else if (role.Sense.Name is "country" && _countries.Find(facts.OwnerKey) is >= 0 and var country)
                AddCandidate(country, at);
        }

        if (lastOfKind >= 0)
            AddCandidate(lastOfKind, lastOfKind);
    }

    private void AddCandidate(int antecedent, int named)
    {
        foreach (var candidate in _candidates)
        {
            if (_chains.ChainOf(candidate.Antecedent) == _chains.ChainOf(antecedent))
                return;
        }

        _candidates.Add(new Candidate(antecedent, named));
    }

    private void Read(int mention, in RolePhrase role, Candidate candidate, int rank)
    {
        ref readonly var facts = ref _document.Mentions[candidate.Named];
        var chain = _chains.ChainOf(candidate.Antecedent);
        var distance = _document.Mentions[mention].Sentence - facts.Sentence;
        Set(SalienceFeature.Mentions, Math.Log(1 + _mentions[chain]));
        Set(SalienceFeature.Support, Math.Log(1 + Math.Max(0, _support.Find(facts.OwnerKey))));
        Set(SalienceFeature.Distance, Math.Log(1 + distance));
        Set(SalienceFeature.SameSentence, distance == 0);
        Set(SalienceFeature.Modifier, IsModifier(facts));
        Set(SalienceFeature.Subject, candidate.Named == 0 || _document.Mentions[candidate.Named - 1].Sentence != facts.Sentence);
        Set(SalienceFeature.SaysKind, !facts.NameKind.IsNone ? facts.NameKind.Equals(role.Sense) : HasOffice(chain, role.Sense));
        Set(SalienceFeature.Lead, _mentions[chain] > 0 && _firstSentence[chain] <= 1);
        Set(SalienceFeature.Rank, Math.Log(1 + rank));
        Set(SalienceFeature.CalledSo, _calledSo.Find(KeyOf(chain, role.Sense)) >= 0);
        Set(SalienceFeature.Aside, _document.Tokens.Word(facts.Tokens.Start - 1) is "(" or "/");
        Set(SalienceFeature.Proxy, candidate.Named != candidate.Antecedent);
        Set(SalienceFeature.SameOwner, _document.Mentions[mention].RoleOwner is not 0 and var owner && IsOf(chain, owner));
    }

    private bool HasOffice(int chain, Sense sense)
    {
        for (var office = _chains.FirstOffice(chain); office >= 0; office = _chains.NextOffice(office))
        {
            if (_document.Mentions[office].Office.Sense.Equals(sense))
                return true;
        }

        return false;
    }

    private bool IsOf(int chain, ulong owner)
    {
        for (var office = _chains.FirstOffice(chain); office >= 0; office = _chains.NextOffice(office))
        {
            if (_document.Mentions[office].Office.Owner == owner)
                return true;
        }

        return false;
    }

    private void Set(SalienceFeature feature, double value) => _features[(int)feature] = value;

    private void Set(SalienceFeature feature, bool value) => Set(feature, value ? 1 : 0);

    private bool IsModifier(in MentionFacts facts)
    {
        var tokens = _document.Tokens;
        var next = facts.Tokens.End;
        if (!tokens.AreInOneSentence(next, next - 1) || tokens.IsPossessive(next))
            return false;
        if (tokens.NameAt(next) >= 0)
            return true;
        var word = tokens.Word(next);
        return char.IsLetter(word[0]) && !tokens.Has(next, WordTraits.NoNoun) && !word.EndsWith("ed", StringComparison.Ordinal);
    }
}

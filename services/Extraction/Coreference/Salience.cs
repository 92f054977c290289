using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference;

/// <summary>Follows through a document what is being spoken of, and chooses the antecedent of a definite phrase.</summary>
/// <remarks>Each choice looks at a bounded number of mentions. Not thread-safe.</remarks>
internal sealed class Salience(DocumentFacts document, ChainSet chains)
{
    /// <summary>A chain that may be meant: the name to join, and the mention that last spoke of it.</summary>
    private readonly record struct Candidate(int Antecedent, int Named);

    private const int SentencesBack = 8;
    private const int MentionsBack = 60;

    private readonly int[] _mentions = new int[document.Mentions.Length];      // by chain: mentions so far
    private readonly int[] _firstSentence = new int[document.Mentions.Length]; // by chain
    private readonly Dictionary<string, int> _support = new(StringComparer.Ordinal);
    private readonly HashSet<(int, string)> _calledSo = [];
    private readonly List<Candidate> _candidates = [];
    private readonly Dictionary<string, int> _countries = Countries(document); // owner key → the first name of the country
    private readonly double[] _features = new double[SalienceWeights.Count];

    /// <summary>Takes note of a mention, in text order, after its chain is settled.</summary>
    public void Note(int mention)
    {
        var chain = chains.ChainOf(mention);
        var facts = document.Mentions[mention];
        if (_mentions[chain]++ == 0)
            _firstSentence[chain] = facts.Sentence;
        if (facts.IsName && facts.OwnerKey.Length > 0)
            _support[facts.OwnerKey] = _support.GetValueOrDefault(facts.OwnerKey) + 1;
        if (facts.Role is { } role)
            _calledSo.Add((chain, role.Sense));
    }

    /// <summary>Joins a phrase to its antecedent, keeping the counts of the chain.</summary>
    public void Join(int mention, int antecedent, string sieve)
    {
        var (before, phrase) = (chains.ChainOf(antecedent), chains.ChainOf(mention));
        chains.Join(mention, antecedent, sieve);
        var after = chains.ChainOf(antecedent);
        (_mentions[after], _firstSentence[after]) = (_mentions[before] + _mentions[phrase], _firstSentence[before]);
    }

    /// <summary>The name a phrase goes back to, or -1 when there is none or none is probable enough.</summary>
    /// <param name="mention">The phrase.</param>
    /// <param name="role">The phrase taken apart.</param>
    /// <param name="lastOfKind">The last name, however far back, that says it is such a thing; or -1.</param>
    /// <param name="mayBe">Whether a name can be meant.</param>
    public int Choose(int mention, RolePhrase role, int lastOfKind, Func<RolePhrase, MentionFacts, bool> mayBe)
    {
        Collect(mention, role, lastOfKind, mayBe);
        var weights = SalienceWeights.Of(role.Noun.Type);
        var best = -1;
        var bestScore = double.NegativeInfinity;
        var others = 0.0; // Σ exp(score − best score) over the candidates but for the best
        for (var rank = 0; rank < _candidates.Count; rank++)
        {
            Read(mention, role, _candidates[rank], rank);
            document.CandidateSeen?.Invoke(mention, _candidates[rank].Antecedent, _features);
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

    // The last mention of each chain that may be meant, the nearest first.
    private void Collect(int mention, RolePhrase role, int lastOfKind, Func<RolePhrase, MentionFacts, bool> mayBe)
    {
        _candidates.Clear();
        var sentence = document.Mentions[mention].Sentence;
        for (var at = mention - 1; at >= Math.Max(0, mention - MentionsBack); at--)
        {
            var facts = document.Mentions[at];
            if (facts.Sentence < sentence - SentencesBack)
                break;
            if (!facts.IsName)
                continue;
            if (facts.Mention.Type == role.Noun.Type && mayBe(role, facts))
                AddCandidate(at, at);
            else if (role.Sense == "country" && _countries.TryGetValue(facts.OwnerKey, out var country))
                AddCandidate(country, at);
        }

        if (lastOfKind >= 0)
            AddCandidate(lastOfKind, lastOfKind);
    }

    private void AddCandidate(int antecedent, int named)
    {
        foreach (var candidate in _candidates)
        {
            if (chains.ChainOf(candidate.Antecedent) == chains.ChainOf(antecedent))
                return;
        }

        _candidates.Add(new Candidate(antecedent, named));
    }

    private void Read(int mention, RolePhrase role, Candidate candidate, int rank)
    {
        var facts = document.Mentions[candidate.Named];
        var chain = chains.ChainOf(candidate.Antecedent);
        var distance = document.Mentions[mention].Sentence - facts.Sentence;
        Set(SalienceFeature.Mentions, Math.Log(1 + _mentions[chain]));
        Set(SalienceFeature.Support, Math.Log(1 + _support.GetValueOrDefault(facts.OwnerKey)));
        Set(SalienceFeature.Distance, Math.Log(1 + distance));
        Set(SalienceFeature.SameSentence, distance == 0);
        Set(SalienceFeature.Modifier, IsModifier(facts));
        Set(SalienceFeature.Subject, candidate.Named == 0 || document.Mentions[candidate.Named - 1].Sentence != facts.Sentence);
        Set(SalienceFeature.SaysKind, facts.NameKind.Length > 0 ? facts.NameKind == role.Sense : HasOffice(chain, role.Sense));
        Set(SalienceFeature.Lead, _mentions[chain] > 0 && _firstSentence[chain] <= 1);
        Set(SalienceFeature.Rank, Math.Log(1 + rank));
        Set(SalienceFeature.CalledSo, _calledSo.Contains((chain, role.Sense)));
        Set(SalienceFeature.Aside, document.Tokens.Word(facts.Tokens.Start - 1) is "(" or "/");
        Set(SalienceFeature.Proxy, candidate.Named != candidate.Antecedent);
        Set(SalienceFeature.SameOwner, document.Mentions[mention].RoleOwner is { Length: > 0 } owner && IsOf(chain, owner));
    }

    private bool HasOffice(int chain, string sense)
    {
        foreach (var office in chains.OfficesOf(chain))
        {
            if (office.Sense == sense)
                return true;
        }

        return false;
    }

    private bool IsOf(int chain, string owner)
    {
        foreach (var office in chains.OfficesOf(chain))
        {
            if (office.Owner == owner)
                return true;
        }

        return false;
    }

    private void Set(SalienceFeature feature, double value) => _features[(int)feature] = value;

    private void Set(SalienceFeature feature, bool value) => Set(feature, value ? 1 : 0);

    private bool IsModifier(MentionFacts facts)
    {
        var tokens = document.Tokens;
        var next = facts.Tokens.End;
        if (!tokens.AreInOneSentence(next, next - 1) || tokens.IsPossessive(next))
            return false;
        if (tokens.NameAt(next) >= 0)
            return true;
        var word = tokens.Word(next);
        return char.IsLetter(word[0]) && !WordLists.FunctionWords.Contains(word) && !WordLists.SubjectFollowers.Contains(word)
            && !word.EndsWith("ed", StringComparison.Ordinal);
    }

    private static Dictionary<string, int> Countries(DocumentFacts document)
    {
        var countries = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < document.Mentions.Length; i++)
        {
            if (document.Mentions[i] is { IsName: true, NameKind: "country" } facts)
                countries.TryAdd(facts.OwnerKey, i);
        }

        return countries;
    }
}

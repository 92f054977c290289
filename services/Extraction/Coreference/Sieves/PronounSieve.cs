using EntityRes.Extraction.Mentions.Rules.Lexicon;

namespace EntityRes.Extraction.Coreference.Sieves;

/// <summary>
/// "he" and "she": the most salient person of this sentence and the two before whose gender agrees. "its": the organisation or
/// place that is the subject of its sentence or clause, when there is no other before the pronoun.
/// </summary>
internal static class PronounSieve
{
    private const int SentencesBack = 2;
    private const int MentionsBack = 40;

    // Natural-log scale, tuned on the training documents of GUM.
    private const double Distance = -1.0;
    private const double Subject = 0.8;
    private const double SameGender = 1.2;
    private const double Size = 0.4;
    private const double Pronoun = 0.6;
    private const double OutOfQuote = -2.0; // "… Putin …," he added: the speaker is not whom he speaks of
    private const double MinMargin = 0.4;

    public static Sieve Sieve { get; } = new("pronoun", Link);

    private static void Link(DocumentFacts document, ChainSet chains, SieveScratch scratch)
    {
        for (var i = 0; i < document.Count; i++)
        {
            ref readonly var facts = ref document.Mentions[i];
            if (facts.Mention.Kind != MentionKind.Pronoun)
                continue;
            var antecedent = facts.Mention.Type == MentionType.Person ? Person(document, chains, i) : Thing(document, chains, i);
            if (antecedent >= 0)
                chains.Join(i, antecedent, Sieve.Name);
        }
    }

    private static int Person(DocumentFacts document, ChainSet chains, int pronoun)
    {
        int best = -1;
        double bestScore = double.NegativeInfinity, secondScore = double.NegativeInfinity;
        var sentence = document.Mentions[pronoun].Sentence;
        for (var at = pronoun - 1; at >= Math.Max(0, pronoun - MentionsBack) && document.Mentions[at].Sentence >= sentence - SentencesBack; at--)
        {
            ref readonly var facts = ref document.Mentions[at];
            if (facts.Mention.Type != MentionType.Person || !IsReferent(document, chains, at) || !chains.AgreeInGender(pronoun, at)
                || facts.Mention.Span.Contains(document.Mentions[pronoun].Mention.Span))
                continue;
            var score = Score(document, chains, at, sentence);
            if (facts.IsQuoted && !document.Mentions[pronoun].IsQuoted)
                score += OutOfQuote;
            if (best >= 0 && chains.ChainOf(at) == chains.ChainOf(best))
                bestScore = Math.Max(bestScore, score);
            else if (score > bestScore)
                (best, bestScore, secondScore) = (at, score, bestScore);
            else
                secondScore = Math.Max(secondScore, score);
        }

        return bestScore - secondScore >= MinMargin ? best : -1;
    }

    private static bool IsReferent(DocumentFacts document, ChainSet chains, int mention) =>
        chains.HasName(mention) || (document.Mentions[mention].Role is >= 0 and var role && document.Phrase(role).Noun.Class == RoleClass.Office);

    private static double Score(DocumentFacts document, ChainSet chains, int mention, int sentence)
    {
        ref readonly var facts = ref document.Mentions[mention];
        var score = Distance * (sentence - facts.Sentence) + Size * Math.Log(chains.SizeOf(mention));
        if (IsFirstOfType(document, mention))
            score += Subject;
        if (chains.GenderOf(mention) != Gender.Unknown)
            score += SameGender;
        if (facts.Mention.Kind == MentionKind.Pronoun)
            score += Pronoun;
        return score;
    }

    private static bool IsFirstOfType(DocumentFacts document, int mention)
    {
        ref readonly var facts = ref document.Mentions[mention];
        for (var at = mention - 1; at >= 0 && document.Mentions[at].Sentence == facts.Sentence && at > mention - MentionsBack; at--)
        {
            if (document.Mentions[at].Mention.Type == facts.Mention.Type)
                return false;
        }

        return true;
    }

    private static int Thing(DocumentFacts document, ChainSet chains, int pronoun)
    {
        if (IsOfLastNoun(document, pronoun))
            return -1;
        var sentence = document.Mentions[pronoun].Sentence;
        var found = -1;
        for (var at = pronoun - 1; at >= Math.Max(0, pronoun - MentionsBack) && document.Mentions[at].Sentence == sentence; at--)
        {
            ref readonly var facts = ref document.Mentions[at];
            if (facts.Mention.Type is not (MentionType.Organization or MentionType.Location or MentionType.Product) || !chains.HasName(at))
                continue;
            if (found >= 0 && chains.ChainOf(found) != chains.ChainOf(at))
                return -1;
            found = at;
        }

        return found >= 0 && IsSubject(document, found) ? found : -1;
    }

    // "coffee production and its costs": the noun before is meant.
    private static bool IsOfLastNoun(DocumentFacts document, int pronoun)
    {
        var token = document.Mentions[pronoun].Tokens.Start;
        return document.Tokens.Word(token - 1) is "and" or "or" or "," && document.Tokens.AreInOneSentence(token - 2, token)
            && document.Tokens.NameAt(token - 2) < 0 && document.Tokens.Word(token - 2) is [>= 'a' and <= 'z', ..] word && word is not "and";
    }

    // At the beginning of the sentence, or of a clause: "In May, Poland began its …".
    private static bool IsSubject(DocumentFacts document, int mention)
    {
        var tokens = document.Tokens;
        var (first, next) = (document.Mentions[mention].Tokens.Start, document.Mentions[mention].Tokens.End);
        return !tokens.AreInOneSentence(first - 2, first)
            || (tokens.Word(first - 1) is "," or ";" or "and" or "that" && tokens.AreInOneSentence(first, next)
                && WordLists.SubjectFollowers.Contains(tokens.Word(next)));
    }
}

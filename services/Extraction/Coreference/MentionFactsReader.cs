using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Extraction.Tokens;
using EntityRes.Text;

namespace EntityRes.Extraction.Coreference;

/// <summary>Mentions → what the sieves look at.</summary>
internal static class MentionFactsReader
{
    /// <summary>Reads all mentions of a document.</summary>
    public static DocumentFacts Read(string text, ReadOnlySpan<Token> tokens, IReadOnlyList<Mention> mentions)
    {
        var tagged = new TaggedTokens(text, tokens, mentions);
        var facts = new MentionFacts[mentions.Count];
        var forms = new Dictionary<string, NameForm>[(int)MentionType.Other + 1]; // by type and surface form
        for (var i = 0; i < facts.Length; i++)
        {
            if (mentions[i].Kind == MentionKind.Named)
                facts[i] = OfName(tagged, mentions[i], i, FormOf(forms, mentions[i].Span.Of(text), mentions[i].Type));
        }

        for (var i = 0; i < facts.Length; i++)
        {
            if (mentions[i].Kind == MentionKind.Named && mentions[i].Type == MentionType.Person)
                facts[i] = WithTitle(tagged, facts, i);
            else if (mentions[i].Kind != MentionKind.Named)
                facts[i] = OfPhrase(text, tagged, mentions[i], facts);
        }

        var isQuoted = QuoteScanner.Scan(text, mentions);
        for (var i = 0; i < facts.Length; i++)
        {
            if (isQuoted[i])
                facts[i] = facts[i] with { IsQuoted = true };
        }

        return new DocumentFacts(text, tagged, facts);
    }

    private static NameForm FormOf(Dictionary<string, NameForm>[] forms, ReadOnlySpan<char> surface, MentionType type)
    {
        var ofType = (forms[(int)type] ??= new Dictionary<string, NameForm>(StringComparer.Ordinal)).GetAlternateLookup<ReadOnlySpan<char>>();
        if (!ofType.TryGetValue(surface, out var form))
            ofType[surface] = form = NameForm.Of(surface, type);
        return form;
    }

    private static MentionFacts OfName(TaggedTokens tokens, Mention mention, int index, NameForm form)
    {
        var range = tokens.TokensOfName(index);
        return new MentionFacts
        {
            Mention = mention,
            Tokens = range,
            Sentence = range.Length > 0 ? tokens.SentenceOf(range.Start) : 0,
            NameKey = form.NameKey,
            Words = form.Words,
            OwnerKey = form.OwnerKey,
            NameKind = form.NameKind,
        };
    }

    private static MentionFacts WithTitle(TaggedTokens tokens, MentionFacts[] facts, int index)
    {
        var fact = facts[index];
        var title = TitleReader.Read(tokens, fact.Tokens.Start);
        if (title.Sense is null && RoleNouns.Find(tokens.Word(fact.Tokens.Start)) is { Class: RoleClass.Office } inside)
            title = title with { Sense = inside.Sense, Gender = inside.Gender }; // "Pope John Paul II"
        var gender = title.Gender;
        if (gender == Gender.Unknown && fact.Words.Length > 1)
            gender = FirstNames.GenderOf(tokens.Word(fact.Tokens.Start));
        return fact with
        {
            Gender = gender,
            Title = title.Sense is { } sense
                ? new OfficeFact(sense, title.Owner >= 0 ? facts[title.Owner].OwnerKey : "", title.Tense) : Nationality(tokens, facts, fact),
        };
    }

    // "Kenya's [X]", "[X] of Kenya", "[X] (Kenya)", "Kenyan [X]".
    private static OfficeFact? Nationality(TaggedTokens tokens, MentionFacts[] facts, MentionFacts fact)
    {
        var (first, end) = (fact.Tokens.Start, fact.Tokens.End);
        var before = tokens.IsPossessive(first - 1) ? first - 2 : first - 1;
        var after = tokens.Word(end) is "of" or "(" or "," ? end + 1 : -1;
        foreach (var token in (ReadOnlySpan<int>)[before, after])
        {
            if (token >= 0 && tokens.AreInOneSentence(token, first) && tokens.NameAt(token) is >= 0 and var name
                && facts[name].OwnerKey.StartsWith("polity ", StringComparison.Ordinal))
                return new OfficeFact(RolePhraseWords.National.Sense, facts[name].OwnerKey, RoleTense.Current);
        }

        return null;
    }

    private static MentionFacts OfPhrase(string text, TaggedTokens tokens, Mention mention, MentionFacts[] facts)
    {
        var first = tokens.FirstAtOrAfter(mention.Span.Start);
        var end = tokens.FirstAtOrAfter(mention.Span.End);
        var role = mention.Kind == MentionKind.Role ? ReadRole(tokens, first, end) : null;
        var gender = mention.Kind == MentionKind.Pronoun ? Pronouns.GenderOf(mention.Span.Of(text)) : role?.Noun.Gender;
        return new MentionFacts
        {
            Mention = mention,
            Tokens = new TextSpan(first, end),
            Sentence = first < tokens.Count ? tokens.SentenceOf(first) : 0,
            NameKey = "",
            Words = [],
            OwnerKey = "",
            Gender = gender ?? Gender.Unknown,
            Role = role,
            RoleOwner = role is { Owner: >= 0 } ? facts[role.Owner].OwnerKey : "",
        };
    }

    // The phrase that fills the mention; when none does, as much as its last role noun tells.
    private static RolePhrase? ReadRole(TaggedTokens tokens, int first, int end)
    {
        RolePhrase? partial = null;
        for (var head = end - 1; head >= first; head--)
        {
            if (RolePhraseReader.NounAt(tokens, head, out _) is null || RolePhraseReader.Read(tokens, head) is not { } phrase)
                continue;
            if (phrase.Tokens == new TextSpan(first, end))
                return phrase;
            if (phrase.Tokens.Start == first)
                partial = phrase;
        }

        return partial;
    }
}

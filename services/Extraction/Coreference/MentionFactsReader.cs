using EntityRes.Extraction.Mentions.Rules;
using EntityRes.Extraction.Mentions.Rules.Lexicon;
using EntityRes.Extraction.Tokens;
using EntityRes.Text;

namespace EntityRes.Extraction.Coreference;

/// <summary>Mentions → what the sieves look at.</summary>
internal static class MentionFactsReader
{
    /// <summary>Reads all mentions of a document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="mentions">By span.</param>
    /// <param name="document">Receives the facts; what it held before is dropped.</param>
    /// <returns><paramref name="document"/>.</returns>
    public static DocumentFacts Read(string text, TokenList tokens, ReadOnlySpan<Mention> mentions, DocumentFacts document)
    {
        document.Begin(mentions.Length);
        document.Tokens.Lay(text, tokens, mentions);
        var facts = document.Mentions;
        for (var i = 0; i < facts.Length; i++)
        {
            document.Index(i, mentions[i].Kind);
            if (mentions[i].Kind == MentionKind.Named)
                facts[i] = OfName(text, document, mentions[i], i);
        }

        for (var i = 0; i < facts.Length; i++)
        {
            if (mentions[i].Kind != MentionKind.Named)
                facts[i] = OfPhrase(text, document, mentions[i]);
            else if (mentions[i].Type == MentionType.Person)
                AddTitle(document, ref facts[i]);
        }

        QuoteScanner.Scan(text, facts);
        return document;
    }

    private static MentionFacts OfName(string text, DocumentFacts document, Mention mention, int index)
    {
        var range = document.Tokens.TokensOfName(index);
        var number = document.Forms.Of(mention.Span.Of(text), mention.Type);
        ref readonly var form = ref document.Forms[number];
        return new MentionFacts
        {
            Mention = mention,
            Tokens = range,
            Sentence = range.Length > 0 ? document.Tokens.SentenceOf(range.Start) : 0,
            Form = number,
            NameKey = form.Key,
            OwnerKey = form.OwnerKey,
            NameKind = form.Kind,
            IsOfPolity = form.IsOfPolity,
            Role = -1,
            RoleOwner = 0,
            Gender = Gender.Unknown,
        };
    }

    private static void AddTitle(DocumentFacts document, ref MentionFacts fact)
    {
        var tokens = document.Tokens;
        var first = fact.Tokens.Start;
        var title = TitleReader.Read(tokens, first);
        if (title.Sense is null && tokens.Has(first, WordTraits.RoleNoun)
            && RoleNouns.Find(tokens.Word(first)) is { Class: RoleClass.Office } inside)
            title = title with { Sense = inside.Sense, Gender = inside.Gender }; // "Pope John Paul II"
        fact.Gender = title.Gender;
        if (fact.Gender == Gender.Unknown && document.Forms[fact.Form].WordCount > 1)
            fact.Gender = FirstNames.GenderOf(tokens.Word(first));
        if (title.Sense is { } sense)
            fact.State(new OfficeFact(sense, title.Owner >= 0 ? document.Mentions[title.Owner].OwnerKey : 0, title.Tense));
        else if (NationOf(document, fact.Tokens) is not 0 and var nation)
            fact.State(new OfficeFact(RolePhraseWords.National.Sense, nation, RoleTense.Current));
    }

    // "Kenya's [X]", "[X] of Kenya", "[X] (Kenya)", "Kenyan [X]".
    private static ulong NationOf(DocumentFacts document, TextSpan name)
    {
        var tokens = document.Tokens;
        var before = tokens.IsPossessive(name.Start - 1) ? name.Start - 2 : name.Start - 1;
        var after = tokens.Word(name.End) is "of" or "(" or "," ? name.End + 1 : -1;
        return NationAt(document, before, name.Start) is not 0 and var nation ? nation : NationAt(document, after, name.Start);
    }

    private static ulong NationAt(DocumentFacts document, int token, int name) =>
        token >= 0 && document.Tokens.NameAt(token) is >= 0 and var nation && document.Mentions[nation].IsOfPolity
        && document.Tokens.AreInOneSentence(token, name) ? document.Mentions[nation].OwnerKey : 0;

    private static MentionFacts OfPhrase(string text, DocumentFacts document, Mention mention)
    {
        var tokens = document.Tokens;
        var first = tokens.FirstAtOrAfter(mention.Span.Start);
        var end = tokens.FirstAtOrAfter(mention.Span.End);
        var isRole = TryReadRole(tokens, mention.Kind, first, end, out var role);
        var owner = isRole && role.Owner >= 0 ? document.Mentions[role.Owner].OwnerKey : 0;
        var facts = new MentionFacts
        {
            Mention = mention,
            Tokens = new TextSpan(first, end),
            Sentence = first < tokens.Count ? tokens.SentenceOf(first) : 0,
            Form = -1,
            NameKey = 0,
            OwnerKey = 0,
            NameKind = Sense.None,
            IsOfPolity = false,
            Role = isRole ? document.Keep(role) : -1,
            RoleOwner = owner,
            Gender = mention.Kind == MentionKind.Pronoun ? Pronouns.GenderOf(mention.Span.Of(text)) : isRole ? role.Noun.Gender : Gender.Unknown,
        };
        if (isRole)
            facts.State(new OfficeFact(role.Sense, owner, role.Tense));
        return facts;
    }

    // The phrase that fills the mention; when none does, as much as its last role noun tells.
    private static bool TryReadRole(TaggedTokens tokens, MentionKind kind, int first, int end, out RolePhrase role)
    {
        role = default;
        var isPartial = false;
        for (var head = end - 1; head >= first && kind == MentionKind.Role; head--)
        {
            if (!RolePhraseReader.TryRead(tokens, head, out var phrase) || phrase.Tokens.Start != first)
                continue;
            role = phrase;
            isPartial = true;
            if (phrase.Tokens.End == end)
                return true;
        }

        return isPartial;
    }
}

namespace EntityRes.Extraction.Coreference.Sieves;

/// <summary>
/// Acronym and long form: "Food and Drug Administration (FDA)", and "World Health Organization" … "WHO" when the initials fit one
/// long form of the document only.
/// </summary>
internal static class AcronymSieve
{
    public static Sieve Sieve { get; } = new("acronym", Link);

    private static void Link(DocumentFacts document, ChainSet chains, SieveScratch scratch)
    {
        var longForms = new LongForms(scratch.ByKey, chains); // by the key of the acronym
        scratch.Seen.Clear();
        foreach (var name in document.Names)
        {
            if (!scratch.Seen.TryAdd((ulong)document.Mentions[name].Form, name))
                continue;
            foreach (var acronym in document.Forms.AcronymsOf(document.FormOf(name)))
                longForms.Add(acronym, name);
        }

        foreach (var name in document.Names)
        {
            if (!document.FormOf(name).IsAcronym)
                continue;
            if (LongFormBefore(document, name) is >= 0 and var named)
                chains.Join(name, named, Sieve.Name);
            else if (longForms.Find(document.Mentions[name].NameKey) is >= 0 and var fitting)
                chains.Join(name, fitting, Sieve.Name);
        }
    }

    // "Long Form (LF)", of one type; the long form's first letter must be the acronym's unless that is in another language.
    private static int LongFormBefore(DocumentFacts document, int acronym)
    {
        var tokens = document.Tokens;
        ref readonly var facts = ref document.Mentions[acronym];
        var at = facts.Tokens.Start - 1;
        if (!tokens.AreInOneSentence(at, facts.Tokens.Start) || tokens.Word(at) is not "(" || tokens.NameAt(at - 1) is not (>= 0 and var before))
            return -1;
        ref readonly var candidate = ref document.Mentions[before];
        var closes = tokens.Word(facts.Tokens.End) is ")" or ",";
        return closes && candidate.Mention.Type == facts.Mention.Type && document.FormOf(before).WordCount >= 2
            && facts.Mention.Type is MentionType.Organization or MentionType.Event or MentionType.Other ? before : -1;
    }
}

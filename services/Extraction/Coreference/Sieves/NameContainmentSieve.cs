namespace EntityRes.Extraction.Coreference.Sieves;

/// <summary>
/// A shorter form of an organisation's or place's name where that is safe: without its legal form ("Boeing Co." and "Boeing"), its
/// country ("US Supreme Court" and "Supreme Court"), its last words ("Labour Party" and "Labour"), its kind ("Anbar province" and
/// "Anbar"). Never "Real Madrid" and "Madrid".
/// </summary>
internal static class NameContainmentSieve
{
    public static Sieve Sieve { get; } = new("name containment", Link);

    private static void Link(DocumentFacts document, ChainSet chains, SieveScratch scratch)
    {
        var longForms = new LongForms(scratch.ByKey, chains); // by a short form
        var places = scratch.ByOtherKey;
        places.Clear();
        scratch.Seen.Clear();
        foreach (var name in document.Names)
        {
            ref readonly var form = ref document.FormOf(name);
            if (!scratch.Seen.TryAdd((ulong)document.Mentions[name].Form, name))
                continue;
            if (document.Mentions[name].Mention.Type == MentionType.Location)
                places.TryAdd(form.WordsKey, name);
            foreach (var shortForm in document.Forms.ShortFormsOf(form))
                longForms.Add(shortForm, name);
        }

        foreach (var name in document.Names)
        {
            ref readonly var form = ref document.FormOf(name);
            var type = document.Mentions[name].Mention.Type;
            if (form.WordCount == 0 || type is MentionType.Person or MentionType.Group)
                continue;
            if (longForms.Find(form.WordsKey) is not (>= 0 and var full))
                continue;
            if (type != MentionType.Organization || (!form.IsPlace && places.Find(form.PlaceKey) < 0))
                chains.Join(name, full, Sieve.Name);
        }
    }
}

namespace EntityRes.Extraction.Mentions;

/// <summary>The mentions of several finders → one list. The one overlap policy: a later finder yields to an earlier one.</summary>
internal static class MentionMerger
{
    /// <summary>Merges named mentions with roles and pronouns.</summary>
    /// <param name="named">Named mentions, by span, not overlapping.</param>
    /// <param name="others">Role and pronoun mentions; roles may contain names and pronouns; sorted by span here.</param>
    /// <returns>All of them by span (start ascending, the longer first); a role with the span of a name is dropped.</returns>
    internal static List<Mention> Merge(IReadOnlyList<Mention> named, List<Mention> others)
    {
        var merged = new List<Mention>(named.Count + others.Count);
        others.Sort((one, other) => one.Span.CompareTo(other.Span));
        var next = 0;
        foreach (var mention in named)
        {
            for (; next < others.Count && others[next].Span <= mention.Span; next++)
            {
                if (others[next].Span != mention.Span)
                    merged.Add(others[next]);
            }

            merged.Add(mention);
        }

        for (; next < others.Count; next++)
            merged.Add(others[next]);
        return merged;
    }
}

namespace EntityRes.Extraction.Mentions;

/// <summary>The mentions of several finders → one list. The one overlap policy: a later finder yields to an earlier one.</summary>
internal static class MentionMerger
{
    /// <summary>Merges named and role mentions.</summary>
    /// <param name="named">Named mentions, by span, not overlapping.</param>
    /// <param name="roles">Role mentions, by span; they may contain named ones, be nested in none, and never cross one.</param>
    /// <returns>All of them by span (start ascending, the longer first); a role with the span of a name is dropped.</returns>
    internal static List<Mention> Merge(IReadOnlyList<Mention> named, List<Mention> roles)
    {
        var merged = new List<Mention>(named.Count + roles.Count);
        var next = 0;
        foreach (var mention in named)
        {
            for (; next < roles.Count && roles[next].Span <= mention.Span; next++)
            {
                if (roles[next].Span != mention.Span)
                    merged.Add(roles[next]);
            }

            merged.Add(mention);
        }

        for (; next < roles.Count; next++)
            merged.Add(roles[next]);
        return merged;
    }
}

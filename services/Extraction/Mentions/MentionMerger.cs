using System.Runtime.InteropServices;
using EntityRes.Text;

namespace EntityRes.Extraction.Mentions;

/// <summary>The mentions of several finders → one list. The one overlap policy: a later finder yields to an earlier one.</summary>
internal static class MentionMerger
{
    /// <summary>Merges named mentions with roles and pronouns.</summary>
    /// <param name="named">Named mentions, by span, not overlapping.</param>
    /// <param name="roles">Role mentions, by span; they may contain names and pronouns.</param>
    /// <param name="pronouns">Pronouns, by span.</param>
    /// <param name="merged">Receives all of them by span (start ascending, the longer first); a role or pronoun with the span of a
    /// name is dropped.</param>
    /// <returns><paramref name="merged"/>.</returns>
    internal static ReadOnlySpan<Mention> Merge(
        ReadOnlySpan<Mention> named, ReadOnlySpan<Mention> roles, ReadOnlySpan<Mention> pronouns, List<Mention> merged)
    {
        merged.Clear();
        foreach (var mention in named)
        {
            AddBefore(mention.Span, ref roles, ref pronouns, merged);
            merged.Add(mention);
        }

        AddBefore(new TextSpan(int.MaxValue, int.MaxValue), ref roles, ref pronouns, merged);
        return CollectionsMarshal.AsSpan(merged);
    }

    private static void AddBefore(TextSpan end, ref ReadOnlySpan<Mention> roles, ref ReadOnlySpan<Mention> pronouns, List<Mention> merged)
    {
        while (true)
        {
            ref var next = ref roles.IsEmpty || (!pronouns.IsEmpty && pronouns[0].Span < roles[0].Span) ? ref pronouns : ref roles;
            if (next.IsEmpty || next[0].Span > end)
                return;
            if (next[0].Span != end)
                merged.Add(next[0]);
            next = next[1..];
        }
    }
}

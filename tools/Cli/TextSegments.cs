using EntityRes.V1;

namespace EntityRes.Cli;

/// <summary>A piece of text that the same mentions cover throughout.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Mentions">Indexes of the mentions that cover it, the outermost first.</param>
internal readonly record struct TextSegment(string Text, IReadOnlyList<int> Mentions);

/// <summary>A text cut at the borders of its mentions, which may nest and overlap.</summary>
internal static class TextSegments
{
    /// <summary>Cuts a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mentions">Its mentions by start, the longer first; offsets in UTF-16 code units.</param>
    /// <returns>The segments in text order, which together are the text.</returns>
    internal static IEnumerable<TextSegment> Cut(string text, IReadOnlyList<Mention> mentions)
    {
        var borders = mentions.SelectMany(mention => (int[])[mention.Start, mention.End]).Append(0).Append(text.Length).Distinct().Order().ToList();
        var active = new List<int>();
        var next = 0;
        for (var i = 0; i + 1 < borders.Count; i++)
        {
            active.RemoveAll(mention => mentions[mention].End <= borders[i]);
            while (next < mentions.Count && mentions[next].Start == borders[i])
                active.Add(next++);
            yield return new TextSegment(text[borders[i]..borders[i + 1]], [.. active]);
        }
    }

    /// <summary>How many mentions lie below each: 0 for the innermost.</summary>
    internal static int[] Levels(IEnumerable<TextSegment> segments, int mentions)
    {
        var levels = new int[mentions];
        foreach (var segment in segments)
        {
            for (var j = segment.Mentions.Count - 2; j >= 0; j--)
                levels[segment.Mentions[j]] = Math.Max(levels[segment.Mentions[j]], levels[segment.Mentions[j + 1]] + 1);
        }

        return levels;
    }
}

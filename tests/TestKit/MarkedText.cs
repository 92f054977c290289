using System.Text;
using EntityRes.Extraction;
using EntityRes.Text;

namespace EntityRes.TestKit;

/// <summary>One marked mention.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="Chain">The number after <c>#</c>; 0 when none is given.</param>
public readonly record struct MarkedMention(Mention Mention, int Chain);

/// <summary>
/// Text with its mentions marked in place: <c>[PER#1 Angela Merkel] met [ROLE:PER#2 the [GRP French] president]. [PRON:PER#1 She] left.</c>
/// A mark is a type (PER ORG LOC GRP EVT PRD OTH), for a role or pronoun with <c>ROLE:</c> or <c>PRON:</c> before it, and, where a test
/// is about chains, <c>#</c> and a number. Marks nest. A bracket that opens no mark is text.
/// </summary>
public sealed class MarkedText
{
    private MarkedText(string text, IReadOnlyList<MarkedMention> mentions)
    {
        Text = text;
        Marked = mentions;
    }

    /// <summary>The text without marks.</summary>
    public string Text { get; }

    /// <summary>The mentions, by span.</summary>
    public IReadOnlyList<MarkedMention> Marked { get; }

    /// <summary>The mentions of all kinds, by span.</summary>
    public IReadOnlyList<Mention> Mentions => [.. Marked.Select(m => m.Mention)];

    /// <summary>The mentions of one kind, by span.</summary>
    public IReadOnlyList<Mention> Of(MentionKind kind) => [.. Mentions.Where(m => m.Kind == kind)];

    /// <summary>Reads marked-up text.</summary>
    /// <exception cref="FormatException">A mark is not closed.</exception>
    public static MarkedText Parse(string marked)
    {
        ArgumentNullException.ThrowIfNull(marked);
        var text = new StringBuilder();
        var open = new Stack<(int Start, MentionKind Kind, MentionType Type, int Chain)>();
        var mentions = new List<MarkedMention>();
        for (var at = 0; at < marked.Length; at++)
        {
            if (marked[at] == '[' && TryMark(marked, at, out var mark, out var end))
            {
                open.Push((text.Length, mark.Kind, mark.Type, mark.Chain));
                at = end;
            }
            else if (marked[at] == ']' && open.Count > 0)
            {
                var (start, kind, type, chain) = open.Pop();
                var source = kind == MentionKind.Named ? MentionSource.Tagger : MentionSource.Rule;
                mentions.Add(new MarkedMention(new Mention(new TextSpan(start, text.Length), kind, type, 1, source), chain));
            }
            else
            {
                text.Append(marked[at]);
            }
        }

        if (open.Count > 0)
            throw new FormatException($"a mark is not closed: {marked}");
        mentions.Sort((a, b) => a.Mention.Span.CompareTo(b.Mention.Span));
        return new MarkedText(text.ToString(), mentions);
    }

    private static bool TryMark(string marked, int at, out (MentionKind Kind, MentionType Type, int Chain) mark, out int end)
    {
        mark = default;
        end = marked.IndexOf(' ', at);
        if (end < 0)
            return false;
        var code = marked.AsSpan(at + 1, end - at - 1);
        mark.Kind = MentionKind.Named;
        if (code.StartsWith("ROLE:", StringComparison.Ordinal))
            mark.Kind = MentionKind.Role;
        else if (code.StartsWith("PRON:", StringComparison.Ordinal))
            mark.Kind = MentionKind.Pronoun;
        if (mark.Kind != MentionKind.Named)
            code = code[5..];
        var hash = code.IndexOf('#');
        if (hash >= 0 && !int.TryParse(code[(hash + 1)..], System.Globalization.CultureInfo.InvariantCulture, out mark.Chain))
            return false;
        mark.Type = TypeOf(hash >= 0 ? code[..hash] : code);
        return mark.Type != 0;
    }

    private static MentionType TypeOf(ReadOnlySpan<char> code) => code switch
    {
        "PER" => MentionType.Person,
        "ORG" => MentionType.Organization,
        "LOC" => MentionType.Location,
        "GRP" => MentionType.Group,
        "EVT" => MentionType.Event,
        "PRD" => MentionType.Product,
        "OTH" => MentionType.Other,
        _ => 0,
    };
}

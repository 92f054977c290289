namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>
/// The tags of a token: BILOU × seven types, laid out for vectors of eight lanes. Tag = group · 8 + type, groups
/// O/U (outside, or a mention of one token), B (begin), I (inside), L (last); lane 0 of group 0 is O, of the others unused.
/// </summary>
/// <remarks>Source: Ratinov &amp; Roth (2009), section 3.1.</remarks>
internal static class TagScheme
{
    /// <summary>Number of tags, unused lanes included.</summary>
    public const int Count = 32;

    /// <summary>Types plus one: lanes of a group.</summary>
    public const int Lanes = 8;

    /// <summary>The tag outside any mention.</summary>
    public const int Outside = 0;

    /// <summary>First tag of the group of mention beginnings.</summary>
    public const int Begin = 8;

    /// <summary>First tag of the group of tokens inside a mention.</summary>
    public const int Inside = 16;

    /// <summary>First tag of the group of last tokens.</summary>
    public const int Last = 24;

    /// <summary>Tag of a token that is a whole mention.</summary>
    public static int Unit(MentionType type) => (int)type;

    /// <summary>The type of a tag, 0 for <see cref="Outside"/>.</summary>
    public static int TypeOf(int tag) => tag & 7;

    /// <summary>Whether the lane stands for a tag.</summary>
    public static bool IsUsed(int tag) => tag == Outside || (tag & 7) != 0;

    /// <summary>Whether a mention ends here, or there is none: a new one may begin at the next token.</summary>
    public static bool IsEnd(int tag) => tag is < Begin or >= Last;

    /// <summary>Whether the tag may follow the end of a mention or of none.</summary>
    public static bool IsStart(int tag) => tag < Inside;

    /// <summary>Writes the tags of one mention.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="tags">The tags of its tokens, at least one.</param>
    public static void Fill(MentionType type, Span<byte> tags)
    {
        if (tags.Length == 1)
        {
            tags[0] = (byte)Unit(type);
            return;
        }

        tags.Fill((byte)(Inside + (int)type));
        tags[0] = (byte)(Begin + (int)type);
        tags[^1] = (byte)(Last + (int)type);
    }
}

namespace EntityRes.Extraction.Mentions.Tagging;

/// <summary>Weights of tag pairs; only those that BILOU allows have one.</summary>
/// <param name="Starts">float[16 × 16]: from an end (O, U by type, –, L by type) to a start (O, U by type, –, B by type).</param>
/// <param name="First">float[16]: the start of a sentence, columns as in <paramref name="Starts"/>.</param>
/// <param name="Continues">float[4 × 8]: B→I, I→I, B→L, I→L by type.</param>
internal sealed record Transitions(float[] Starts, float[] First, float[] Continues)
{
    /// <summary>Row or column length of <see cref="Starts"/>.</summary>
    public const int Width = 16;

    /// <summary>Number of weights altogether.</summary>
    public const int Total = (Width * Width) + Width + 32;

    /// <summary>Row of an end tag in <see cref="Starts"/>.</summary>
    public static int RowOf(int endTag) => endTag < TagScheme.Begin ? endTag : endTag - TagScheme.Last + 8;
}

namespace EntityRes.Text;

/// <summary>A half-open range <c>[Start, End)</c> of UTF-16 code units of one text.</summary>
/// <param name="Start">First code unit, ≥ 0.</param>
/// <param name="End">One past the last code unit, ≥ <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End) : IComparable<TextSpan>
{
    /// <summary>Number of UTF-16 code units, ≥ 0.</summary>
    public int Length => End - Start;

    /// <summary>The characters of the span.</summary>
    /// <param name="text">The text the span was taken from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie inside <paramref name="text"/>.</exception>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);

    /// <summary>Whether the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>Whether <paramref name="other"/> lies wholly inside this span (equal spans do).</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Orders by start, then the longer span first, so that a span precedes those nested in it.</summary>
    public int CompareTo(TextSpan other) =>
        Start != other.Start ? Start.CompareTo(other.Start) : other.End.CompareTo(End);

    /// <summary>Whether this span comes before the other in <see cref="CompareTo"/>'s order.</summary>
    public static bool operator <(TextSpan left, TextSpan right) => left.CompareTo(right) < 0;

    /// <summary>Whether this span comes before the other in <see cref="CompareTo"/>'s order, or is equal.</summary>
    public static bool operator <=(TextSpan left, TextSpan right) => left.CompareTo(right) <= 0;

    /// <summary>Whether this span comes after the other in <see cref="CompareTo"/>'s order.</summary>
    public static bool operator >(TextSpan left, TextSpan right) => left.CompareTo(right) > 0;

    /// <summary>Whether this span comes after the other in <see cref="CompareTo"/>'s order, or is equal.</summary>
    public static bool operator >=(TextSpan left, TextSpan right) => left.CompareTo(right) >= 0;
}

namespace EntityRes.Text;

/// <summary>
/// Converts offsets of one text between UTF-16 code units and another unit. The only place in the system that converts.
/// </summary>
/// <remarks>
/// Building is O(length); a text of ASCII only, or of a unit that needs no conversion, costs no memory; others take 4 bytes a
/// code unit. Immutable and thread-safe. A lone surrogate counts as one code point and, as in its UTF-8 replacement
/// character, three bytes.
/// </remarks>
public sealed class OffsetMap
{
    private readonly int[]? _unitAt; // int[length + 1]: offset in the unit at each UTF-16 position; inside a pair: -1
    private readonly int _length;

    /// <summary>Prepares the conversion for one text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="unit">The unit on the other side of the conversion.</param>
    public OffsetMap(string text, OffsetUnit unit)
    {
        ArgumentNullException.ThrowIfNull(text);
        _length = text.Length;
        if (unit == OffsetUnit.Utf16 ? !HasSurrogate(text) : System.Text.Ascii.IsValid(text))
            return;

        var unitAt = new int[text.Length + 1];
        var offset = 0;
        for (var i = 0; i < text.Length; i++)
        {
            unitAt[i] = offset;
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            offset += unit switch
            {
                OffsetUnit.Utf16 => isPair ? 2 : 1,
                OffsetUnit.CodePoint => 1,
                _ when isPair => 4,
                _ when text[i] < 0x80 => 1,
                _ when text[i] < 0x800 => 2,
                _ => 3,
            };
            if (isPair)
                unitAt[++i] = -1;
        }

        unitAt[text.Length] = offset;
        _unitAt = unitAt;
    }

    /// <summary>Length of the whole text in the other unit.</summary>
    public int UnitLength => _unitAt is null ? _length : _unitAt[_length];

    /// <summary>Converts a UTF-16 offset, <c>0..length</c>, that does not split a surrogate pair.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the text or splits a surrogate pair.</exception>
    public int FromUtf16(int utf16)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(utf16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(utf16, _length);
        var converted = _unitAt is null ? utf16 : _unitAt[utf16];
        ArgumentOutOfRangeException.ThrowIfNegative(converted, nameof(utf16));
        return converted;
    }

    /// <summary>Converts an offset in the other unit to UTF-16.</summary>
    /// <param name="offset">Offset in the unit the map was built for; any value is allowed.</param>
    /// <param name="utf16">The UTF-16 offset when the method returns true, else 0.</param>
    /// <returns>False when the offset lies outside the text or inside a character.</returns>
    /// <remarks>O(log length).</remarks>
    public bool TryToUtf16(int offset, out int utf16)
    {
        utf16 = 0;
        if (offset < 0 || offset > UnitLength)
            return false;
        if (_unitAt is null)
        {
            utf16 = offset;
            return true;
        }

        int low = 0, high = _length;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var at = _unitAt[middle] < 0 ? middle - 1 : middle;
            if (_unitAt[at] == offset)
            {
                utf16 = at;
                return true;
            }

            if (_unitAt[at] < offset)
                low = middle + 1;
            else
                high = at - 1;
        }

        return false;
    }

    private static bool HasSurrogate(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0;
}

using System.Text;
using CsCheck;

namespace EntityRes.Text.Tests;

public class OffsetMapTests
{
    private const string Mixed = "Zoë 😀 Łódź";

    [Theory]
    [InlineData(OffsetUnit.Utf16, 7)]
    [InlineData(OffsetUnit.CodePoint, 6)]
    [InlineData(OffsetUnit.Utf8Byte, 10)]
    public void The_last_word_of_the_contract_s_example_starts_where_it_says(OffsetUnit unit, int start)
    {
        var map = new OffsetMap(Mixed, unit);
        Assert.Equal(start, map.FromUtf16(7));
        Assert.True(map.TryToUtf16(start, out var utf16));
        Assert.Equal(7, utf16);
    }

    [Theory]
    [InlineData(OffsetUnit.Utf16, 5, "inside the pair of the emoji")]
    [InlineData(OffsetUnit.Utf8Byte, 3, "inside the two bytes of ë")]
    [InlineData(OffsetUnit.Utf8Byte, 6, "inside the four bytes of the emoji")]
    [InlineData(OffsetUnit.CodePoint, -1, "before the text")]
    [InlineData(OffsetUnit.CodePoint, 11, "behind the text")]
    public void An_offset_that_is_no_character_boundary_is_refused(OffsetUnit unit, int offset, string reason) =>
        Assert.False(new OffsetMap(Mixed, unit).TryToUtf16(offset, out _), reason);

    [Fact]
    public void A_utf16_offset_inside_a_surrogate_pair_cannot_be_converted() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new OffsetMap(Mixed, OffsetUnit.CodePoint).FromUtf16(5));

    [Theory]
    [InlineData(OffsetUnit.Utf16)]
    [InlineData(OffsetUnit.CodePoint)]
    [InlineData(OffsetUnit.Utf8Byte)]
    public void Every_character_boundary_of_any_text_goes_there_and_back(OffsetUnit unit) =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char['a', 'z'], 0, 20], Gen.Const("😀a😀\uD83D")).Sample(text =>
        {
            var map = new OffsetMap(text, unit);
            for (var i = 0; i <= text.Length; i++)
            {
                var isInsidePair = i > 0 && i < text.Length && char.IsHighSurrogate(text[i - 1]) && char.IsLowSurrogate(text[i]);
                if (isInsidePair)
                    continue;
                Assert.True(map.TryToUtf16(map.FromUtf16(i), out var back));
                Assert.Equal(i, back);
            }
        });

    [Fact]
    public void The_length_in_bytes_is_that_of_the_utf8_form() =>
        Gen.String.Sample(text => new OffsetMap(text, OffsetUnit.Utf8Byte).UnitLength == Encoding.UTF8.GetByteCount(text));
}

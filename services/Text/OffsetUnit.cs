namespace EntityRes.Text;

/// <summary>What an offset counts.</summary>
public enum OffsetUnit
{
    /// <summary>UTF-16 code units, as C#, Java and JavaScript index strings.</summary>
    Utf16,

    /// <summary>Unicode code points, as Python indexes strings.</summary>
    CodePoint,

    /// <summary>Bytes of the UTF-8 form, as Go and Rust index strings.</summary>
    Utf8Byte,
}

using System.Globalization;
using System.Text;

namespace EntityRes.Resolver.Nif.Turtle;

/// <summary>A place in a Turtle text: what stands here, and errors that name the line.</summary>
internal sealed class TurtleCursor(string text)
{
    private int _position;

    internal bool IsAtEnd => _position >= text.Length;

    internal char Current => IsAtEnd ? '\0' : text[_position];

    internal char Next => _position + 1 < text.Length ? text[_position + 1] : '\0';

    /// <summary>Skips white space and comments.</summary>
    internal void SkipSpace()
    {
        while (!IsAtEnd)
        {
            if (Current == '#')
                SkipLine();
            else if (Current is ' ' or '\t' or '\r' or '\n')
                _position++;
            else
                return;
        }
    }

    /// <summary>Whether a string stands here; if so it is passed.</summary>
    internal bool Accept(string expected, StringComparison comparison = StringComparison.Ordinal)
    {
        if (!text.AsSpan(_position).StartsWith(expected, comparison))
            return false;
        _position += expected.Length;
        return true;
    }

    /// <summary>Whether a word stands here, and no longer one; if so it is passed.</summary>
    internal bool AcceptWord(string word, StringComparison comparison = StringComparison.Ordinal)
    {
        if (!text.AsSpan(_position).StartsWith(word, comparison))
            return false;
        var end = _position + word.Length;
        if (end < text.Length && (TurtleNames.IsNameCharacter(text[end]) || text[end] == ':'))
            return false;
        _position = end;
        return true;
    }

    /// <exception cref="FormatException">Something else stands here.</exception>
    internal void Expect(string expected)
    {
        SkipSpace();
        if (!Accept(expected))
            throw Wrong($"expected '{expected}'");
    }

    /// <summary>Takes one UTF-16 code unit.</summary>
    /// <exception cref="FormatException">The text ends here.</exception>
    internal char Take() => IsAtEnd ? throw Wrong("the text ends too early") : text[_position++];

    /// <summary>Takes what holds.</summary>
    internal string TakeWhile(Func<char, bool> holds)
    {
        var start = _position;
        while (!IsAtEnd && holds(Current))
            _position++;
        return text[start.._position];
    }

    /// <summary>Takes <c>uXXXX</c> or <c>UXXXXXXXX</c> after a backslash.</summary>
    internal void TakeCodePoint(char kind, StringBuilder into)
    {
        var digits = kind == 'u' ? 4 : 8;
        if (_position + digits > text.Length
            || !uint.TryParse(text.AsSpan(_position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || !Rune.IsValid(code))
            throw Wrong($"'\\{kind}' is not followed by a character's {digits} hexadecimal digits");
        _position += digits;
        into.Append(new Rune(code).ToString());
    }

    internal FormatException Wrong(string what) => new($"line {1 + text.AsSpan(0, Math.Min(_position, text.Length)).Count('\n')}: {what}");

    private void SkipLine()
    {
        var end = text.IndexOf('\n', _position);
        _position = end < 0 ? text.Length : end + 1;
    }
}

using System.Text;

namespace EntityRes.Resolver.Nif.Turtle;

/// <summary>Strings, numbers and truth values.</summary>
/// <remarks>Source: RDF 1.1 Turtle, W3C, section 2.5.</remarks>
internal sealed class TurtleLiterals(TurtleCursor cursor, TurtleNames names)
{
    private const string Xsd = "http://www.w3.org/2001/XMLSchema#";

    internal bool StartsNumber => char.IsAsciiDigit(cursor.Current) || cursor.Current is '+' or '-' || cursor.Current == '.' && char.IsAsciiDigit(cursor.Next);

    internal bool TryReadBoolean(out RdfTerm term)
    {
        term = default;
        foreach (var word in (string[])["true", "false"])
        {
            if (cursor.AcceptWord(word))
            {
                term = RdfTerm.Literal(word, Xsd + "boolean");
                return true;
            }
        }

        return false;
    }

    internal RdfTerm ReadNumber()
    {
        var sign = cursor.TakeWhile(c => c is '+' or '-');
        var digits = cursor.TakeWhile(char.IsAsciiDigit);
        var type = "integer";
        if (cursor.Current == '.' && char.IsAsciiDigit(cursor.Next))
        {
            digits += cursor.Take() + cursor.TakeWhile(char.IsAsciiDigit);
            type = "decimal";
        }

        if (cursor.Current is 'e' or 'E')
        {
            digits += cursor.Take() + cursor.TakeWhile(c => char.IsAsciiDigit(c) || c is '+' or '-');
            type = "double";
        }

        if (sign.Length > 1 || digits.Length == 0)
            throw cursor.Wrong("expected a number");
        return RdfTerm.Literal(sign + digits, Xsd + type);
    }

    internal RdfTerm ReadString()
    {
        var quote = cursor.Current.ToString();
        var isLong = cursor.Accept(quote + quote + quote);
        if (!isLong)
            cursor.Accept(quote);
        var end = isLong ? quote + quote + quote : quote;
        var value = new StringBuilder();
        while (!cursor.Accept(end))
        {
            var c = cursor.Take();
            if (!isLong && c is '\n' or '\r')
                throw cursor.Wrong("a string in single quotes goes over the end of the line");
            if (c == '\\')
                TakeEscape(value);
            else
                value.Append(c);
        }

        if (cursor.Accept("@"))
            return RdfTerm.Literal(value.ToString(), language: cursor.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
        if (!cursor.Accept("^^"))
            return RdfTerm.Literal(value.ToString());
        cursor.SkipSpace();
        return RdfTerm.Literal(value.ToString(), cursor.Current == '<' ? names.ReadIri() : names.ReadPrefixedName());
    }

    private void TakeEscape(StringBuilder into)
    {
        var kind = cursor.Take();
        if (kind is 'u' or 'U')
        {
            cursor.TakeCodePoint(kind, into);
            return;
        }

        into.Append(kind switch
        {
            't' => '\t',
            'b' => '\b',
            'n' => '\n',
            'r' => '\r',
            'f' => '\f',
            '"' or '\'' or '\\' => kind,
            _ => throw cursor.Wrong($"'\\{kind}' is no escape"),
        });
    }
}

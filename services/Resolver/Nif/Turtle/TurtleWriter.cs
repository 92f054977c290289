using System.Text;

namespace EntityRes.Resolver.Nif.Turtle;

/// <summary>Terms as Turtle writes them.</summary>
internal static class TurtleWriter
{
    /// <summary>An IRI in angle brackets; what may not stand in one is escaped.</summary>
    internal static string Iri(string iri)
    {
        var written = new StringBuilder("<", iri.Length + 2);
        foreach (var c in iri)
        {
            if (c <= ' ' || c is '<' or '>' or '"' or '{' or '}' or '|' or '^' or '`' or '\\')
                written.Append("\\u").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
            else
                written.Append(c);
        }

        return written.Append('>').ToString();
    }

    /// <summary>A string in quotes.</summary>
    internal static string Literal(string value)
    {
        var written = new StringBuilder("\"", value.Length + 2);
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => written.Append("\\\""),
                '\\' => written.Append("\\\\"),
                '\n' => written.Append("\\n"),
                '\r' => written.Append("\\r"),
                '\t' => written.Append("\\t"),
                < ' ' => written.Append("\\u").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)),
                _ => written.Append(c),
            };
        }

        return written.Append('"').ToString();
    }
}

using System.Text;

namespace EntityRes.Resolver.Nif.Turtle;

/// <summary>IRIs, prefixed names and blank node labels.</summary>
/// <remarks>Source: RDF 1.1 Turtle, W3C, sections 2.4 and 6.4–6.5; any character beyond ASCII is let into names.</remarks>
internal sealed class TurtleNames(TurtleCursor cursor)
{
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);
    private Uri? _base;

    internal static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' || c > 0x7F;

    internal void Declare(string prefix, string iri) => _prefixes[prefix] = iri;

    internal void SetBase(string iri) => _base = Uri.TryCreate(iri, UriKind.Absolute, out var absolute)
        ? absolute
        : throw cursor.Wrong($"the base '{iri}' is not absolute");

    /// <summary>Reads <c>&lt;iri&gt;</c>.</summary>
    internal string ReadIri()
    {
        cursor.Expect("<");
        var iri = new StringBuilder();
        for (var c = cursor.Take(); c != '>'; c = cursor.Take())
        {
            if (c <= ' ' || c is '<' or '"' or '{' or '}' or '|' or '^' or '`')
                throw cursor.Wrong($"an IRI has the character U+{(int)c:X4}");
            if (c == '\\')
                cursor.TakeCodePoint(cursor.Take() is var kind and ('u' or 'U') ? kind : throw cursor.Wrong("an IRI has a '\\' without 'u'"), iri);
            else
                iri.Append(c);
        }

        return Absolute(iri.ToString());
    }

    /// <summary>Reads <c>prefix:</c> of a declaration.</summary>
    internal string ReadPrefix()
    {
        cursor.SkipSpace();
        var prefix = cursor.TakeWhile(c => IsNameCharacter(c) || c == '.');
        if (!cursor.Accept(":"))
            throw cursor.Wrong("expected a prefix and ':'");
        return prefix;
    }

    /// <summary>Reads <c>prefix:local</c>.</summary>
    internal string ReadPrefixedName()
    {
        var prefix = ReadPrefix();
        if (!_prefixes.TryGetValue(prefix, out var start))
            throw cursor.Wrong($"the prefix '{prefix}:' is not declared");
        var local = new StringBuilder();
        while (IsNameCharacter(cursor.Current) || cursor.Current is ':' or '%' or '\\' || IsInnerDot())
        {
            var c = cursor.Take();
            local.Append(c == '\\' ? cursor.Take() : c);
        }

        return start + local;
    }

    /// <summary>Reads the label after <c>_:</c>.</summary>
    internal string ReadBlankLabel() => cursor.TakeWhile(IsNameCharacter) is { Length: > 0 } label
        ? label
        : throw cursor.Wrong("a blank node has no label");

    // A dot ends the statement unless the name goes on after it.
    private bool IsInnerDot() => cursor.Current == '.' && (IsNameCharacter(cursor.Next) || cursor.Next is ':' or '%' or '\\');

    private string Absolute(string iri)
    {
        if (Uri.TryCreate(iri, UriKind.Absolute, out var absolute) && !absolute.IsFile || iri.StartsWith("file:", StringComparison.Ordinal))
            return iri;
        return _base is not null && Uri.TryCreate(_base, iri, out var resolved)
            ? resolved.ToString()
            : throw cursor.Wrong($"the IRI '{iri}' is relative and no base is declared");
    }
}

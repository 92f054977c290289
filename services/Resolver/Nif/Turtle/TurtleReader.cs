namespace EntityRes.Resolver.Nif.Turtle;

/// <summary>Turtle → triples: the whole grammar of RDF 1.1 Turtle, by recursive descent.</summary>
/// <remarks>
/// O(length). Source: RDF 1.1 Turtle, W3C. Deviations: names may contain any character beyond ASCII. Own code because no
/// RDF library is to be had from the registry that the build uses.
/// </remarks>
internal sealed class TurtleReader
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const int MaxDepth = 64; // of brackets in brackets

    private readonly TurtleCursor _cursor;
    private readonly TurtleNames _names;
    private readonly TurtleLiterals _literals;
    private readonly List<RdfTriple> _triples = [];
    private int _anonymous;
    private int _depth;

    private TurtleReader(string text)
    {
        _cursor = new TurtleCursor(text);
        _names = new TurtleNames(_cursor);
        _literals = new TurtleLiterals(_cursor, _names);
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="FormatException">It is not Turtle; names the line.</exception>
    internal static List<RdfTriple> Read(string text)
    {
        var reader = new TurtleReader(text);
        reader._cursor.SkipSpace();
        while (!reader._cursor.IsAtEnd)
        {
            reader.ReadStatement();
            reader._cursor.SkipSpace();
        }

        return reader._triples;
    }

    private void ReadStatement()
    {
        if (_cursor.AcceptWord("@prefix"))
            DeclarePrefix(endsWithDot: true);
        else if (_cursor.AcceptWord("PREFIX", StringComparison.OrdinalIgnoreCase))
            DeclarePrefix(endsWithDot: false);
        else if (_cursor.AcceptWord("@base"))
            DeclareBase(endsWithDot: true);
        else if (_cursor.AcceptWord("BASE", StringComparison.OrdinalIgnoreCase))
            DeclareBase(endsWithDot: false);
        else
            ReadTriples();
    }

    private void DeclarePrefix(bool endsWithDot)
    {
        var prefix = _names.ReadPrefix();
        _names.Declare(prefix, _names.ReadIri());
        if (endsWithDot)
            _cursor.Expect(".");
    }

    private void DeclareBase(bool endsWithDot)
    {
        _names.SetBase(_names.ReadIri());
        if (endsWithDot)
            _cursor.Expect(".");
    }

    private void ReadTriples()
    {
        var isList = _cursor.Current == '[';
        var subject = ReadTerm();
        if (subject.Kind == RdfTermKind.Literal)
            throw _cursor.Wrong("a literal cannot be a subject");
        _cursor.SkipSpace();
        if (!(isList && _cursor.Current == '.'))
            ReadPredicates(subject);
        _cursor.Expect(".");
    }

    // predicate object, object; predicate object
    private void ReadPredicates(RdfTerm subject)
    {
        while (true)
        {
            var predicate = ReadPredicate();
            do
            {
                _triples.Add(new RdfTriple(subject, predicate, ReadTerm()));
                _cursor.SkipSpace();
            }
            while (_cursor.Accept(","));

            if (_cursor.Current != ';')
                return;
            while (_cursor.Accept(";"))
                _cursor.SkipSpace();
            if (_cursor.Current is '.' or ']')
                return;
        }
    }

    private string ReadPredicate()
    {
        _cursor.SkipSpace();
        if (_cursor.AcceptWord("a"))
            return Rdf + "type";
        return _cursor.Current == '<' ? _names.ReadIri() : _names.ReadPrefixedName();
    }

    private RdfTerm ReadTerm()
    {
        _cursor.SkipSpace();
        if (_cursor.Current == '<')
            return RdfTerm.Iri(_names.ReadIri());
        if (_cursor.Current is '"' or '\'')
            return _literals.ReadString();
        if (_cursor.Accept("_:"))
            return RdfTerm.Blank(_names.ReadBlankLabel());
        if (_cursor.Current is '[' or '(')
            return ReadNested();
        if (_literals.StartsNumber)
            return _literals.ReadNumber();
        return _literals.TryReadBoolean(out var truth) ? truth : RdfTerm.Iri(_names.ReadPrefixedName());
    }

    private RdfTerm ReadNested()
    {
        if (++_depth > MaxDepth)
            throw _cursor.Wrong($"brackets are nested over {MaxDepth} deep");
        var node = _cursor.Accept("[") ? ReadAnonymous() : ReadCollection();
        _depth--;
        return node;
    }

    private RdfTerm ReadAnonymous()
    {
        var node = NewBlank();
        _cursor.SkipSpace();
        if (_cursor.Current != ']')
            ReadPredicates(node);
        _cursor.Expect("]");
        return node;
    }

    private RdfTerm ReadCollection()
    {
        _cursor.Expect("(");
        var items = new List<RdfTerm>();
        _cursor.SkipSpace();
        while (!_cursor.Accept(")"))
        {
            items.Add(ReadTerm());
            _cursor.SkipSpace();
        }

        var rest = RdfTerm.Iri(Rdf + "nil");
        for (var i = items.Count - 1; i >= 0; i--)
        {
            var node = NewBlank();
            _triples.Add(new RdfTriple(node, Rdf + "first", items[i]));
            _triples.Add(new RdfTriple(node, Rdf + "rest", rest));
            rest = node;
        }

        return rest;
    }

    // A label that no document can write.
    private RdfTerm NewBlank() => RdfTerm.Blank($" {_anonymous++}");
}

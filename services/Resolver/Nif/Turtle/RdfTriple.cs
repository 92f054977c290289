namespace EntityRes.Resolver.Nif.Turtle;

/// <summary>A statement.</summary>
internal readonly record struct RdfTriple(RdfTerm Subject, string Predicate, RdfTerm Object);

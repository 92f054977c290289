namespace EntityRes.Resolver.Nif;

/// <summary>The IRIs of NIF 2.1 and of what it borrows.</summary>
internal static class NifVocabulary
{
    internal const string Nif = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
    internal const string ItsRdf = "http://www.w3.org/2005/11/its/rdf#";
    internal const string Xsd = "http://www.w3.org/2001/XMLSchema#";
    internal const string Type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    internal const string Context = Nif + "Context";
    internal const string IsString = Nif + "isString";
    internal const string ReferenceContext = Nif + "referenceContext";
    internal const string BeginIndex = Nif + "beginIndex";
    internal const string EndIndex = Nif + "endIndex";

    /// <summary>Where the items of Wikidata live as data.</summary>
    internal const string Wikidata = "http://www.wikidata.org/entity/";

    /// <summary>Before an id that is in no other system.</summary>
    internal const string Minted = "urn:entityres:";
}

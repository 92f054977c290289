using System.IO.Compression;
using System.Text;
using EntityRes.Import.Importing;
using EntityRes.Resolution.Catalogue;
using ICSharpCode.SharpZipLib.BZip2;

namespace EntityRes.Import.Tests;

/// <summary>A folder of small dumps of the true shape, removed after the test.</summary>
internal sealed class Dumps : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    internal string PathOf(string name) => Path.Combine(_folder.FullName, name);

    internal string Write(string name, params string[] lines)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
        using var file = File.Create(PathOf(name));
        using Stream packed = Path.GetExtension(name) switch
        {
            ".gz" => new GZipStream(file, CompressionLevel.Fastest),
            ".bz2" => new BZip2OutputStream(file),
            _ => file,
        };
        packed.Write(bytes);
        return PathOf(name);
    }

    internal ImportResult Import(string output, params ImportInput[] inputs) =>
        CatalogueImport.Run("test", null, inputs, PathOf(output), _ => { }, CancellationToken.None);

    internal EntityCatalogue Open(string output) => EntityCatalogue.Open(PathOf(output));

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>An entity of a Wikidata dump.</summary>
    internal static string Item(string id, string label, string claims, int sitelinks = 3, string aliases = "", string demonyms = "") =>
        $$$"""
        {"type":"item","id":"{{{id}}}","labels":{"en":{"language":"en","value":"{{{label}}}"},"xx":{"language":"xx","value":"?"}},"descriptions":[],"aliases":{{{(aliases.Length == 0 ? "[]" : $$"""{"en":[{"language":"en","value":"{{aliases}}"}]}""")}}},"claims":{{{(claims.Length == 0 ? "[]" : "{" + claims + demonyms + "}")}}},"sitelinks":{{{{string.Join(',', Enumerable.Range(0, sitelinks).Select(i => $$"""
        "w{{i}}wiki":{"site":"w{{i}}wiki","title":"{{label}}","badges":[]}
        """.Trim()))}}}},"lastrevid":1},
        """;

    /// <summary>Statements of one property with items as values.</summary>
    internal static string Items(string property, params string[] values) =>
        $"\"{property}\":[{string.Join(',', values.Select(value => Statement(property, value, "")))}]";

    /// <summary>A statement "position held" with its dates.</summary>
    internal static string Held(string property, string item, string start, string end) => $"\"{property}\":[{Statement(property, item, Qualifiers(start, end))}]";

    /// <summary>Statements of one property with a text as value.</summary>
    internal static string Text(string property, string value) =>
        $$"""
        "{{property}}":[{"mainsnak":{"snaktype":"value","property":"{{property}}","datavalue":{"value":{{(property == "P1549" ? $$"""{"text":"{{value}}","language":"en"}""" : $"\"{value}\"")}},"type":"string"},"datatype":"string"},"type":"statement","id":"x$1","rank":"normal"}]
        """;

    private static string Statement(string property, string item, string qualifiers) =>
        $$$"""
        {"mainsnak":{"snaktype":"value","property":"{{{property}}}","datavalue":{"value":{"entity-type":"item","numeric-id":{{{item[1..]}}},"id":"{{{item}}}"},"type":"wikibase-entityid"},"datatype":"wikibase-item"},"type":"statement",{{{qualifiers}}}"id":"x$1","rank":"normal"}
        """;

    private static string Qualifiers(string start, string end) =>
        $$"""
        "qualifiers":{"P580":[{{Time("P580", start)}}]{{(end.Length > 0 ? $",\"P582\":[{Time("P582", end)}]" : "")}}},"qualifiers-order":["P580"],
        """;

    private static string Time(string property, string day) =>
        $$$"""
        {"snaktype":"value","property":"{{{property}}}","hash":"0","datavalue":{"value":{"time":"+{{{day}}}T00:00:00Z","timezone":0,"before":0,"after":0,"precision":11,"calendarmodel":"http://www.wikidata.org/entity/Q1985727"},"type":"time"},"datatype":"time"}
        """;
}

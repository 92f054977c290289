using EntityRes.Import.Compilation;
using EntityRes.Import.Curated;
using EntityRes.Resolution.Catalogue;

namespace EntityRes.Resolution.Tests.Catalogue;

public class ShippedCatalogueTests
{
    [Fact]
    public void It_is_what_its_text_compiles_to()
    {
        using var compiled = new MemoryStream();
        CatalogueCompiler.Compile(CuratedSource.Of(CuratedReader.ReadFolder(Seeds("catalogue"))), compiled, temporaryFolder: null);
        Assert.True(
            compiled.ToArray().AsSpan().SequenceEqual(File.ReadAllBytes(Seeds("models", "catalogue.bin"))),
            "seeds/catalogue was changed: run `dotnet run -c Release --project tools/Cli -- catalogue compile`");
    }

    [Fact]
    public void It_opens_where_it_lies()
    {
        using var catalogue = ShippedCatalogue.Load();
        Assert.Equal("curated", catalogue.Name);
        Assert.NotNull(catalogue.Date);
    }

    private static string Seeds(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "EntityRes.sln")))
            folder = folder.Parent;
        return Path.Combine([folder.FullName, "seeds", .. parts]);
    }
}

using CsCheck;
using EntityRes.Import.Compilation;
using EntityRes.Import.Curated;
using EntityRes.Resolution.Catalogue;

namespace EntityRes.Resolution.Tests.Catalogue;

public class CatalogueFileTests
{
    private static readonly byte[] Compiled = Compile();

    [Fact]
    public void The_same_text_gives_the_same_bytes() => Assert.Equal(Compiled, Compile());

    [Fact]
    public void What_was_compiled_with_temporary_files_is_the_same()
    {
        var folder = Directory.CreateTempSubdirectory();
        using (var output = new MemoryStream())
        {
            CatalogueCompiler.Compile(CuratedSource.Of(CuratedReader.Read(SmallCatalogue.Files())), output, folder.FullName);
            Assert.Equal(Compiled, output.ToArray());
        }

        Assert.Empty(folder.GetFiles());
        folder.Delete();
    }

    [Fact]
    public void A_file_is_mapped_and_answers_like_memory()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, Compiled);
        using (var catalogue = EntityCatalogue.Open(path))
        {
            catalogue.CheckPayload();
            Assert.Equal(SmallCatalogue.Instance.Version, catalogue.Version);
            Assert.True(catalogue.TryFind("Q7747", out var putin));
            Assert.Equal("Vladimir Putin", catalogue.Entities[putin].Name);
        }

        File.Delete(path);
    }

    [Fact]
    public void An_entity_keeps_all_that_the_text_says()
    {
        var catalogue = SmallCatalogue.Instance;
        Assert.True(catalogue.TryFind("Q159", out var russia));
        Assert.True(catalogue.TryFind("Q649", out var moscow));
        Assert.True(catalogue.TryFind("Q7747", out var index));
        var putin = catalogue.Entities[index];
        Assert.Equal(("Q7747", EntityType.Person, "politician", "President of Russia"), (putin.Id, putin.Type, putin.Kind, putin.Note));
        Assert.Equal(["Putin"], putin.Aliases);
        Assert.Equal(CuratedSource.Prior01(900), putin.Prior01, tolerance: 1e-4f);
        Assert.True(putin.Of.Contains(russia));
        Assert.True(putin.IsWritten("Putin"));
        Assert.False(putin.IsWritten("putin"));
        Assert.True(catalogue.TryFindCapital(russia, out var capital));
        Assert.Equal(moscow, capital);
        Assert.True(catalogue.Entities[moscow].IsCapital);
        Assert.Equal(3, catalogue.Offices.HeldBy(index).Count);
        Assert.Equal(catalogue.Entities.Count, catalogue.Counts.Entities);
    }

    [Theory]
    [InlineData(0, "not a catalogue", "another magic")]
    [InlineData(8, "format", "another version")]
    [InlineData(20, "header", "the header's checksum")]
    [InlineData(60, "header", "a count")]
    [InlineData(200, "header", "the section table")]
    [InlineData(-20, "payload", "the payload")]
    public void A_damaged_file_is_refused(int position, string message, string reason)
    {
        var damaged = (byte[])Compiled.Clone();
        damaged[position < 0 ? damaged.Length + position : position] ^= 0x20;
        var wrong = Assert.Throws<InvalidDataException>(() => EntityCatalogue.Open("broken.bin", damaged));
        Assert.StartsWith("broken.bin: ", wrong.Message, StringComparison.Ordinal);
        Assert.True(wrong.Message.Contains(message, StringComparison.Ordinal), $"{reason}: {wrong.Message}");
    }

    [Fact]
    public void A_file_cut_short_or_changed_anywhere_is_refused_and_never_read_past() =>
        Gen.Select(Gen.Int[0, Compiled.Length - 1], Gen.Byte[1, 255], Gen.Bool).Sample((position, flip, isCut) =>
        {
            var damaged = isCut ? Compiled[..position] : (byte[])Compiled.Clone();
            if (!isCut)
                damaged[position] ^= flip;
            Assert.Throws<InvalidDataException>(() => EntityCatalogue.Open("broken.bin", damaged));
        });

    [Fact]
    public void Lookups_allocate_nothing()
    {
        var catalogue = SmallCatalogue.Instance;
        Look(catalogue);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Look(catalogue);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static float Look(EntityCatalogue catalogue)
    {
        var sum = 0f;
        foreach (var entity in catalogue.Names.Find("georgia"))
        {
            var view = catalogue.Entities[entity];
            sum += view.Prior01 + (int)view.Type + (view.IsWritten("Georgia") ? 1 : 0);
            foreach (var of in view.Of)
                sum += of;
            foreach (var (_, tenure) in catalogue.Offices.HeldBy(entity))
                sum += tenure.Holder;
        }

        return sum;
    }

    private static byte[] Compile()
    {
        using var output = new MemoryStream();
        CatalogueCompiler.Compile(CuratedSource.Of(CuratedReader.Read(SmallCatalogue.Files())), output, temporaryFolder: null);
        return output.ToArray();
    }
}

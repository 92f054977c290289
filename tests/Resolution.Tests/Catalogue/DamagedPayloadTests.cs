using System.Runtime.InteropServices;
using CsCheck;
using EntityRes.Import.Compilation;
using EntityRes.Import.Curated;
using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.Catalogue;

namespace EntityRes.Resolution.Tests.Catalogue;

/// <summary>The bytes are read through pointers: no content, however wrong, may lead outside the file.</summary>
public class DamagedPayloadTests
{
    private const int PayloadChecksumOffset = 24;
    private const int HeaderChecksumOffset = 16;

    private static readonly byte[] Compiled = Compile();
    private static readonly int PayloadStart = Marshal.SizeOf<CatalogueHeader>() + ((int)Section.Count * Marshal.SizeOf<SectionEntry>());

    [Fact]
    public void Wrong_content_behind_right_checksums_never_leads_outside_the_file() =>
        Gen.Select(Gen.Int[PayloadStart, Compiled.Length - 1], Gen.Byte[1, 255]).Array[1, 4].Sample(flips =>
        {
            var damaged = (byte[])Compiled.Clone();
            foreach (var (position, flip) in flips)
                damaged[position] ^= flip;
            Seal(damaged);
            try
            {
                using var catalogue = EntityCatalogue.Open("damaged.bin", damaged);
                UseAll(catalogue);
            }
            catch (Exception refused) when (refused is InvalidDataException or ArgumentException or IndexOutOfRangeException or OverflowException)
            {
                // Refused is as good as answered; a fault of memory would end the process.
            }
        });

    private static void UseAll(EntityCatalogue catalogue)
    {
        var search = new NameSearch(catalogue);
        foreach (var name in new[] { "Putin", "Vladmir Putn", "georgia", "unitednations" })
            search.Search(name, _ => true);
        for (var i = 0; i < catalogue.Entities.Count; i++)
        {
            var entity = catalogue.Entities[i];
            _ = (entity.Id, entity.Kind, entity.Name, entity.Note, entity.Aliases, entity.ExternalIds, entity.IsWritten("Putin"));
            foreach (var of in entity.Of)
                catalogue.TryFindCapital(of, out _);
            foreach (var (office, tenure) in catalogue.Offices.HeldBy(i))
                _ = (office.Title, tenure.Start);
        }

        foreach (var office in catalogue.Offices.All)
            _ = catalogue.Offices.Of(office.Of);
    }

    private static void Seal(byte[] content)
    {
        var payload = default(PayloadChecksum);
        payload.Add(content.AsSpan(PayloadStart));
        BitConverter.TryWriteBytes(content.AsSpan(PayloadChecksumOffset), payload.Value);
        BitConverter.TryWriteBytes(content.AsSpan(HeaderChecksumOffset), CatalogueFile.ChecksumOfHeader(content.AsSpan(0, PayloadStart)));
    }

    private static byte[] Compile()
    {
        using var output = new MemoryStream();
        CatalogueCompiler.Compile(CuratedSource.Of(CuratedReader.Read(SmallCatalogue.Files())), output, temporaryFolder: null);
        return output.ToArray();
    }
}

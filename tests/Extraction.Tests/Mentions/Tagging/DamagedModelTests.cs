using CsCheck;
using EntityRes.Extraction.Mentions.Tagging;

namespace EntityRes.Extraction.Tests.Mentions.Tagging;

public class DamagedModelTests
{
    private static readonly byte[] Model = Shipped();

    [Fact]
    public void A_model_cut_short_or_changed_anywhere_is_refused() =>
        Gen.Select(Gen.Int[0, Model.Length - 1], Gen.Byte[1, 255], Gen.Bool).Sample(
            (position, flip, isCut) =>
            {
                var damaged = isCut ? Model[..position] : (byte[])Model.Clone();
                if (!isCut)
                    damaged[position] ^= flip;
                Assert.Throws<InvalidDataException>(() => TaggerModelFile.Read(damaged));
            },
            iter: 50);

    private static byte[] Shipped()
    {
        using var stream = typeof(ExtractionPipeline).Assembly.GetManifestResourceStream("tagger.bin")!;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return file;
    }
}

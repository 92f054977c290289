using EntityRes.Import.Curated;
using EntityRes.Import.Verification;

namespace EntityRes.Import.Tests;

public class CuratedCatalogueTests
{
    private const int MostShown = 40;

    [Fact]
    public void Its_files_are_well_formed() => AssertNone(CuratedReader.ReadFolder(Repository.Catalogue).Problems);

    [Fact]
    public void Its_exclusive_offices_have_one_holder_at_a_time_and_no_gap_that_is_not_explained() =>
        AssertNone(Contradictions(CatalogueVerifier.Verify(CuratedReader.ReadFolder(Repository.Catalogue), referenceFolder: null)));

    [ReferencesFact]
    public void No_reference_contradicts_an_id_a_holder_or_a_date() =>
        AssertNone(Contradictions(CatalogueVerifier.Verify(CuratedReader.ReadFolder(Repository.Catalogue), Repository.References)));

    [ReferencesFact]
    public void Heads_of_state_and_government_are_right_on_sampled_dates()
    {
        var catalogue = CuratedReader.ReadFolder(Repository.Catalogue);
        var samples = LeaderSamples.Take(catalogue, Repository.References);
        Assert.NotEmpty(samples);
        AssertNone(samples.Where(sample => sample.Kind is FindingKind.Contradiction or FindingKind.Unknown).Select(sample => sample.Message));
    }

    private static void AssertNone(IEnumerable<string> wrong)
    {
        var lines = wrong.ToList();
        Assert.True(lines.Count == 0, $"{lines.Count} findings:\n{string.Join('\n', lines.Take(MostShown))}");
    }

    private static IEnumerable<string> Contradictions(IEnumerable<Finding> findings) =>
        findings.Where(finding => finding.Kind == FindingKind.Contradiction).Select(finding => $"{finding.Reference}\t{finding.Subject}\t{finding.Message}");
}

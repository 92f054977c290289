using EntityRes.Import.Curated;
using EntityRes.Import.Verification;

namespace EntityRes.Import.Tests;

public class CuratedCatalogueTests
{
    [Fact]
    public void Its_files_are_well_formed() => Assert.Empty(CuratedReader.ReadFolder(Repository.Catalogue).Problems);

    [Fact]
    public void Its_exclusive_offices_have_one_holder_at_a_time_and_no_gap_that_is_not_explained() =>
        Assert.Empty(Contradictions(CatalogueVerifier.Verify(CuratedReader.ReadFolder(Repository.Catalogue), referenceFolder: null)));

    [ReferencesFact]
    public void No_reference_contradicts_an_id_a_holder_or_a_date() =>
        Assert.Empty(Contradictions(CatalogueVerifier.Verify(CuratedReader.ReadFolder(Repository.Catalogue), Repository.References)));

    [ReferencesFact]
    public void Heads_of_state_and_government_are_right_on_sampled_dates()
    {
        var catalogue = CuratedReader.ReadFolder(Repository.Catalogue);
        if (catalogue.Tenures.Count == 0)
            return;
        var samples = LeaderSamples.Take(catalogue, Repository.References);
        Assert.Empty(samples.Where(sample => sample.Kind == FindingKind.Contradiction).Select(sample => sample.Message));
        var unknown = samples.Where(sample => sample.Kind == FindingKind.Unknown).Select(sample => sample.Message).ToList();
        Assert.True(unknown.Count == 0, $"nobody is known on {unknown.Count} of {samples.Count} dates:\n{string.Join('\n', unknown.Take(40))}");
    }

    private static IEnumerable<string> Contradictions(IEnumerable<Finding> findings) =>
        findings.Where(finding => finding.Kind == FindingKind.Contradiction).Select(finding => $"{finding.Reference}\t{finding.Subject}\t{finding.Message}");
}

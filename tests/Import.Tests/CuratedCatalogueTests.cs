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

    // Country, first and last sampled day without a head of its own, and why.
    private static readonly (string Country, string From, string To, string Reason)[] WithoutHead =
    [
        ("BY", "1990-01-01", "1990-04-06", "a Soviet republic led by its party"),
        ("CZ", "1990-01-01", "1992-12-31", "a part of Czechoslovakia"),
        ("GE", "1990-01-01", "1991-04-13", "a Soviet republic led by its party"),
        ("IQ", "2003-04-09", "2004-05-31", "ruled by the occupying coalition"),
        ("RU", "1990-01-01", "1990-05-28", "a Soviet republic led by its party"),
        ("UA", "1990-01-01", "1990-11-13", "a Soviet republic led by its party"),
    ];

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
        var unknown = samples.Where(sample => sample.Kind == FindingKind.Unknown).Select(sample => sample.Message)
            .Where(message => !HadNoHeadOfItsOwn(message)).ToList();
        Assert.True(unknown.Count == 0, $"nobody is known on {unknown.Count} of {samples.Count} dates:\n{string.Join('\n', unknown.Take(40))}");
    }

    private static IEnumerable<string> Contradictions(IEnumerable<Finding> findings) =>
        findings.Where(finding => finding.Kind == FindingKind.Contradiction).Select(finding => $"{finding.Reference}\t{finding.Subject}\t{finding.Message}");

    private static bool HadNoHeadOfItsOwn(string message) => WithoutHead.Any(state =>
        message.StartsWith($"{state.Country}: nobody", StringComparison.Ordinal)
        && string.CompareOrdinal(message[^10..], state.From) >= 0 && string.CompareOrdinal(message[^10..], state.To) <= 0);
}

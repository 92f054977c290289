using EntityRes.Import.Curated;
using EntityRes.Import.Verification;

namespace EntityRes.Import.Tests;

public class ContinuityTests
{
    [Theory]
    [InlineData("Q1 2000-01-01 2004-01-01|Q2 2004-01-01 ", 0, "one after the other")]
    [InlineData("Q1 2000-01-01 2004-01|Q2 2004-01-20 ", 0, "the month of the handover is known")]
    [InlineData("Q1 2000-01-01 2003|Q2 2004 ", 0, "years that follow each other")]
    [InlineData("Q1 2000-01-01 2004-01-01|Q2 2003-06-01 ", 1, "an overlap")]
    [InlineData("Q1 2000-01-01 |Q2 2004-01-01 ", 1, "two without an end")]
    [InlineData("Q1 2000-01-01 2004-01-01|Q2 2004-02-01 ", 1, "a gap")]
    [InlineData("Q1 2000-01-01 2010-01-01|Q2 2010-03-01 ", 0, "a gap that vacancies.tsv explains")]
    [InlineData("Q1 2004-01-01 2000-01-01", 1, "an end before the start")]
    public void Overlaps_and_gaps_are_found(string tenures, int contradictions, string reason)
    {
        var rows = tenures.Split('|').Select(tenure => $"x/president\t{string.Join('\t', tenure.Split(' '))}\t\tgeneral\n");
        var catalogue = CuratedReader.Read(
        [
            ("kinds.tsv", "kind\ttype\tprior\ncountry\tLOCATION\t300\npolitician\tPERSON\t40\n"),
            ("roles.tsv", "role\tnouns\npresident\tpresident\n"),
            ("places-x.tsv", "id\tname\taliases\tkind\tof\tprior\tnote\nQ9\tX\t\tcountry\t\t\t\n"),
            ("people-x.tsv", "id\tname\taliases\tkind\tof\tprior\tnote\nQ1\tA\t\tpolitician\t\t\t\nQ2\tB\t\tpolitician\t\t\t\n"),
            ("offices-x.tsv", "office\tof\trole\ttitle\taliases\texclusive\nx/president\tQ9\tpresident\tPresident of X\t\t1\n"),
            ("vacancies.tsv", "office\tstart\tend\treason\nx/president\t2010-01-01\t2010-03-01\tno majority\n"),
            ("tenures-x.tsv", "office\tholder\tstart\tend\tacting\tsource\n" + string.Concat(rows)),
        ]);
        var findings = CatalogueVerifier.Verify(catalogue, referenceFolder: null);
        Assert.True(findings.Count(finding => finding.Kind == FindingKind.Contradiction) == contradictions, reason);
    }
}

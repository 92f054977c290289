using EntityRes.Import.Curated;

namespace EntityRes.Import.Verification;

/// <summary>Compares a curated catalogue with the references and with itself.</summary>
public static class CatalogueVerifier
{
    private const string ExplainedResource = "verification/explained.tsv";

    /// <summary>Compares everything.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="referenceFolder">Folder of the references, or null to check the catalogue against itself alone.</param>
    /// <returns>One finding a comparison: by kind, then reference, then subject.</returns>
    public static IReadOnlyList<Finding> Verify(CuratedCatalogue catalogue, string? referenceFolder)
    {
        var findings = new List<Finding>();
        findings.AddRange(catalogue.Problems.Select(problem => new Finding(FindingKind.Contradiction, "format", problem, problem)));
        findings.AddRange(ContinuityCheck.Run(catalogue));
        if (referenceFolder is not null)
        {
            var countries = new CountryNames(catalogue);
            findings.AddRange(NameCheck.Run(catalogue, countries, References.ReadNames(referenceFolder)));
            findings.AddRange(HolderCheck.Run(catalogue, countries, References.ReadHolders(referenceFolder)));
        }

        var explained = ReadExplained();
        return [.. findings
            .Select(finding => finding.Kind is FindingKind.Contradiction && explained.TryGetValue((finding.Reference, finding.Subject), out var reason)
                ? finding with { Kind = FindingKind.Explained, Message = $"{finding.Message}: {reason}" } : finding)
            .OrderBy(finding => finding.Kind).ThenBy(finding => finding.Reference, StringComparer.Ordinal)
            .ThenBy(finding => finding.Subject, StringComparer.Ordinal)];
    }

    /// <summary>Reasons for contradictions that are none, by reference and subject.</summary>
    internal static Dictionary<(string Reference, string Subject), string> ReadExplained()
    {
        using var reader = new StreamReader(typeof(CatalogueVerifier).Assembly.GetManifestResourceStream(ExplainedResource)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))
            .ToDictionary(cells => (cells[0], cells[1]), cells => cells[2]);
    }
}

using System.CommandLine;
using EntityRes.Import.Curated;
using EntityRes.Import.Verification;

namespace EntityRes.Cli;

/// <summary><c>catalogue verify</c>: the curated text files against the references and themselves.</summary>
internal static class CatalogueCommand
{
    internal static Command Create() => new("catalogue", "Works on the curated catalogue.") { CreateVerify() };

    private static Command CreateVerify()
    {
        var folder = new Option<string>("--catalogue") { Description = "Folder of the text files.", DefaultValueFactory = _ => "seeds/catalogue" };
        var references = new Option<string>("--references") { Description = "Folder of the references.", DefaultValueFactory = _ => "../shared/data/kb" };
        var kinds = new Option<FindingKind[]>("--show")
        {
            Description = "Which findings to list.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [FindingKind.Contradiction, FindingKind.Difference],
        };
        var command = new Command("verify", "Compares ids, names, holders and dates with the references.") { folder, references, kinds };
        command.SetAction(parsed => Verify(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(references), parsed.GetRequiredValue(kinds)));
        return command;
    }

    private static int Verify(string folder, string references, FindingKind[] shown)
    {
        var catalogue = CuratedReader.ReadFolder(folder);
        var findings = CatalogueVerifier.Verify(catalogue, Directory.Exists(references) ? references : null);
        foreach (var finding in findings.Where(finding => shown.Contains(finding.Kind)))
            Console.WriteLine($"{finding.Kind}\t{finding.Reference}\t{finding.Subject}\t{finding.Message}");
        Console.Error.WriteLine(
            $"{catalogue.Entities.Count} entities, {catalogue.Entities.Sum(entity => entity.Aliases.Length + 1)} names, " +
            $"{catalogue.Offices.Count} offices, {catalogue.Tenures.Count} tenures");
        foreach (var group in findings.GroupBy(finding => (finding.Kind, finding.Reference)))
            Console.Error.WriteLine($"{group.Key.Kind,-14} {group.Key.Reference,-14} {group.Count()}");
        return findings.Any(finding => finding.Kind == FindingKind.Contradiction) ? 1 : 0;
    }
}

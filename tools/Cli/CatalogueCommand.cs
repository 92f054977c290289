using System.CommandLine;
using EntityRes.Import.Compilation;
using EntityRes.Import.Curated;
using EntityRes.Import.Verification;
using EntityRes.Resolution.Catalogue;

namespace EntityRes.Cli;

/// <summary>
/// <c>catalogue verify</c>: the curated text files against the references and themselves. <c>catalogue compile</c>: text files →
/// the file that every build carries. <c>catalogue show</c>: what a compiled file holds.
/// </summary>
internal static class CatalogueCommand
{
    internal static Command Create() => new("catalogue", "Works on the curated catalogue.") { CreateVerify(), CreateCompile(), CreateShow() };

    private static Command CreateCompile()
    {
        var folder = new Option<string>("--catalogue") { Description = "Folder of the text files.", DefaultValueFactory = _ => "seeds/catalogue" };
        var output = new Option<string>("--out") { Description = "The compiled file.", DefaultValueFactory = _ => "seeds/models/catalogue.bin" };
        var command = new Command("compile", "Compiles the text files; the same text gives the same bytes.") { folder, output };
        command.SetAction(parsed =>
        {
            using var compiled = new MemoryStream();
            CatalogueCompiler.Compile(CuratedSource.Of(CuratedReader.ReadFolder(parsed.GetRequiredValue(folder))), compiled, temporaryFolder: null);
            File.WriteAllBytes(parsed.GetRequiredValue(output), compiled.ToArray());
            return Show(parsed.GetRequiredValue(output));
        });
        return command;
    }

    private static Command CreateShow()
    {
        var file = new Argument<string>("FILE") { Description = "A compiled catalogue." };
        var command = new Command("show", "Checks a compiled catalogue and says what it holds.") { file };
        command.SetAction(parsed => Show(parsed.GetRequiredValue(file)));
        return command;
    }

    private static int Show(string file)
    {
        using var catalogue = EntityCatalogue.Open(file);
        catalogue.CheckPayload();
        var counts = catalogue.Counts;
        var bytes = new FileInfo(file).Length;
        Console.WriteLine($"{catalogue.Version}, facts until {catalogue.Date?.ToString() ?? "an unknown day"}");
        Console.WriteLine($"{counts.Entities} entities, {counts.Aliases} aliases, {counts.Offices} offices, {counts.Tenures} tenures");
        Console.WriteLine($"{bytes} bytes, {(double)bytes / Math.Max(1, counts.Aliases):F1} an alias");
        foreach (var (part, length) in catalogue.Parts)
            Console.WriteLine($"  {part,-22}{length,14:N0}{(double)length / Math.Max(1, counts.Aliases),8:F1}");
        return 0;
    }

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
        var hasReferences = Directory.Exists(references);
        List<Finding> findings =
        [
            .. CatalogueVerifier.Verify(catalogue, hasReferences ? references : null),
            .. hasReferences ? LeaderSamples.Take(catalogue, references) : [],
        ];
        if (!hasReferences)
            Console.Error.WriteLine($"{references} is not there: the catalogue is compared with itself only");
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

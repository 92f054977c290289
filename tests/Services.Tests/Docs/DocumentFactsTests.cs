using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using EntityRes.Hosting;
using EntityRes.Resolution.Catalogue;
using EntityRes.Resolver;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace EntityRes.Services.Tests.Docs;

/// <summary>What documents name exists: files, settings, packages.</summary>
public class DocumentFactsTests
{
    private static readonly string[] OtherDocuments = ["CONTRIBUTING.md", "SECURITY.md", "docs/results/README.md"];

    // ENTITYRES_GRPC_PORT is the setting GrpcPort.
    private static readonly Dictionary<string, PropertyInfo> Settings = typeof(ServiceOptions).GetProperties()
        .Concat(typeof(ResolverOptions).GetProperties())
        .ToDictionary(property => $"ENTITYRES_{Regex.Replace(property.Name, "(?<!^)([A-Z])", "_$1")}".ToUpperInvariant(), StringComparer.Ordinal);

    public static TheoryData<string> Files => [.. MarkdownFiles.All, .. OtherDocuments];

    internal static bool IsSetting(string variable) => Settings.ContainsKey(variable);

    [Theory]
    [MemberData(nameof(Files))]
    public void Links_lead_to_files_of_the_repository(string file)
    {
        var folder = Path.GetDirectoryName(RepositoryRoot.PathOf(file.Split('/')))!;
        var links = Markdown.Parse(MarkdownFiles.TextOf(file)).Descendants<LinkInline>().Select(link => link.Url!.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal));
        Assert.Equal([], links.Where(target => !Path.Exists(Path.Combine(folder, target))));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Variables_that_a_document_names_are_settings(string file)
    {
        var others = new HashSet<string>(StringComparer.Ordinal) { "ENTITYRES_TEST_REDIS", "ENTITYRES_SCREENSHOTS", "ENTITYRES_NATIVE" };
        var named = Regex.Matches(MarkdownFiles.TextOf(file), "ENTITYRES(?:_[A-Z]+)+").Select(match => match.Value);
        Assert.Equal([], named.Where(variable => !Settings.ContainsKey(variable) && !others.Contains(variable)).Distinct());
    }

    [Fact]
    public void The_operating_guide_has_every_setting_with_its_default()
    {
        var rows = MarkdownFiles.TextOf("docs/OPERATING.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        foreach (var (variable, property) in Settings)
        {
            var row = rows.Find(line => line.Split('|')[1].Contains($"`{variable}`", StringComparison.Ordinal));
            Assert.True(row is not null, $"{variable} has no row");
            var owner = Activator.CreateInstance(property.DeclaringType!)!;
            var stated = row.Split('|')[3];
            if (property.GetValue(owner) is { } value && !property.Name.EndsWith("Port", StringComparison.Ordinal))
                Assert.Contains(Convert.ToString(value, CultureInfo.InvariantCulture)!.TrimEnd('/'), stated, StringComparison.Ordinal);
            if (property.GetCustomAttribute<RangeAttribute>() is { } range && !property.Name.EndsWith("Port", StringComparison.Ordinal))
                Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} to {range.Maximum:N0}"), row, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("docs/DATA.md")]
    [InlineData("docs/results/catalogue.md")]
    public void The_counts_of_the_shipped_catalogue_are_true(string file)
    {
        using var catalogue = ShippedCatalogue.LoadOr(null);
        var text = MarkdownFiles.TextOf(file);
        foreach (var count in new[] { catalogue.Counts.Entities, catalogue.Counts.Aliases, catalogue.Counts.Offices, catalogue.Counts.Tenures })
            Assert.Contains(count.ToString("N0", CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
        Assert.Contains(catalogue.Counts.Entities.ToString("N0", CultureInfo.InvariantCulture), MarkdownFiles.TextOf("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_notice_names_every_package_that_is_shipped()
    {
        var notice = File.ReadAllText(RepositoryRoot.PathOf("NOTICE"));
        var packages = System.Xml.Linq.XDocument.Load(RepositoryRoot.PathOf("Directory.Packages.props")).Descendants("ItemGroup")
            .Where(group => group.Attribute("Label")?.Value != "Tests").SelectMany(group => group.Elements("PackageVersion"))
            .Select(package => package.Attribute("Include")?.Value).OfType<string>();
        Assert.Equal([], packages.Where(package => !notice.Contains(package, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_seed_has_a_row_of_provenance()
    {
        foreach (var folder in Directory.GetDirectories(RepositoryRoot.PathOf("seeds")))
        {
            var readme = Path.Combine(folder, "README.md");
            var text = (File.Exists(readme) ? File.ReadAllText(readme) : "") + File.ReadAllText(RepositoryRoot.PathOf("seeds", "README.md"));
            var patterns = Regex.Matches(text, "`([^` ]+)`").Select(match => "^" + Regex.Escape(Path.GetFileName(match.Groups[1].Value)).Replace(@"\*", ".*", StringComparison.Ordinal) + "$").ToList();
            Assert.Equal([], Directory.GetFiles(folder).Select(Path.GetFileName)
                .Where(name => name != "README.md" && !patterns.Exists(pattern => Regex.IsMatch(name!, pattern))));
        }
    }
}

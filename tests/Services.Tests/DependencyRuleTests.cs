using System.Xml.Linq;

namespace EntityRes.Services.Tests;

/// <summary>Holds the dependency rule of docs/ARCHITECTURE.md by reading the project files.</summary>
public class DependencyRuleTests
{
    [Theory]
    [InlineData("Text", "")]
    [InlineData("Contracts", "")]
    [InlineData("Client", "Contracts")]
    [InlineData("Extraction", "Text")]
    [InlineData("Resolution", "Text")]
    [InlineData("Hosting", "Contracts Text")]
    [InlineData("Extractor", "Contracts Extraction Hosting Text")]
    [InlineData("Resolver", "Client Contracts Hosting Resolution Text")]
    public void A_project_sees_only_what_the_rule_allows(string project, string allowed) =>
        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), References(project, "ProjectReference"));

    [Theory]
    [InlineData("Text")]
    [InlineData("Extraction")]
    [InlineData("Resolution")]
    public void A_library_needs_no_package(string project) => Assert.Empty(References(project, "PackageReference"));

    [Fact]
    public void Only_the_resolver_host_knows_redis()
    {
        var knowing = Directory.GetFiles(RepositoryRoot.PathOf("services"), "*.csproj", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("StackExchange.Redis", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(["Resolver"], knowing);
    }

    [Fact]
    public void No_project_states_a_package_version_of_its_own()
    {
        var stating = Directory.GetFiles(RepositoryRoot.Folder, "*.csproj", SearchOption.AllDirectories)
            .Where(file => XDocument.Load(file).Descendants("PackageReference").Any(package => package.Attribute("Version") is not null));
        Assert.Empty(stating);
    }

    [Fact]
    public void The_top_level_holds_what_it_is_meant_to_hold()
    {
        string[] meant = ["protos", "services", "tests", "seeds", "tools", "docs", "artifacts"];
        var found = Directory.GetDirectories(RepositoryRoot.Folder).Select(folder => Path.GetFileName(folder)!)
            .Where(folder => folder[0] != '.' && folder != "TestResults");
        Assert.Empty(found.Except(meant));
    }

    private static string[] References(string project, string kind) =>
        [.. XDocument.Load(RepositoryRoot.PathOf("services", project, $"{project}.csproj")).Descendants(kind)
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)).Order(StringComparer.Ordinal)];
}

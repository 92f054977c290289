namespace EntityRes.Services.Tests.Samples;

/// <summary>The packages as their users get them: packed without a warning, installed from the file, used.</summary>
[Collection(RunningServicesGroup.Name)]
public sealed class PackageTests(RunningServices services) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("entityres-packages-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_sample_builds_and_runs_on_the_packages()
    {
        await PackAsync("services/Contracts");
        await PackAsync("services/Client");
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.Copy(RepositoryRoot.PathOf("docs", "samples", "csharp", "Program.cs"), PathOf("Program.cs"));
        await WriteConfigurationAsync();
        await File.WriteAllTextAsync(
            PathOf("Sample.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
                <RestorePackagesPath>own</RestorePackagesPath>
                <RestoreFallbackFolders>{packages}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="EntityRes.Client" Version="0.1.0" />
              </ItemGroup>
            </Project>
            """);
        await RunAsync("build", "-c", "Release", "-warnaserror", "-o", PathOf("out"), PathOf("Sample.csproj"));
        var ran = await Ran.OfAsync(
            "Angela Merkel spoke.", new Dictionary<string, string>(), "dotnet", PathOf("out", "Sample.dll"), services.Resolver.Target, "2010-09-04");
        Assert.Equal(new Ran(0, "Q567\tAngela Merkel\nline 1\t1\n", ""), ran);
    }

    [Fact]
    public async Task The_tool_installs_and_annotates()
    {
        await PackAsync("tools/Cli");
        await WriteConfigurationAsync();
        await RunAsync(
            "tool", "install", "EntityRes.Cli", "--tool-path", PathOf("tools"), "--version", "0.1.0", "--configfile", PathOf("nuget.config"));
        var ran = await Ran.OfAsync(
            "Angela Merkel spoke.", new Dictionary<string, string>(), PathOf("tools", "entityres"), "annotate", "--date", "2010-09-04");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.StartsWith("[Angela Merkel PER] spoke.", ran.Output, StringComparison.Ordinal);
    }

    private static async Task RunAsync(params string[] args)
    {
        var ran = await Ran.OfAsync("dotnet", args);
        Assert.True(ran.ExitCode == 0, ran.Output + ran.Error);
        Assert.DoesNotContain(": warning ", ran.Output, StringComparison.Ordinal);
    }

    private Task PackAsync(string project) =>
        RunAsync("pack", "--no-build", "-c", "Release", "-o", PathOf("packages"), RepositoryRoot.PathOf(project));

    // No package is asked of the network: ours are in a folder, all others were restored when this was built.
    private Task WriteConfigurationAsync() => File.WriteAllTextAsync(
        PathOf("nuget.config"),
        $"""<configuration><packageSources><clear /><add key="own" value="{PathOf("packages")}" /></packageSources></configuration>""");

    private string PathOf(params string[] parts) => Path.Combine([_folder, .. parts]);
}

using EntityRes.V1;
using Google.Api;
using Google.Protobuf.Reflection;

namespace EntityRes.Services.Tests.Docs;

/// <summary>
/// The folder that a reader's commands run in: the repository's files by links, so that what commands write does not land in it, and
/// <see cref="Programs"/> in place of what would build or is not installed.
/// </summary>
internal sealed class ReadersFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    internal ReadersFolder()
    {
        Path = System.IO.Path.Combine(_folder.FullName, "EntityRes");
        Programs = System.IO.Path.Combine(_folder.FullName, "programs");
        Directory.CreateDirectory(Path);
        Directory.CreateDirectory(Programs);
        foreach (var entry in new DirectoryInfo(RepositoryRoot.Folder).EnumerateFileSystemInfos().Where(entry => entry.Name[0] != '.'))
            Directory.CreateSymbolicLink(System.IO.Path.Combine(Path, entry.Name), entry.FullName);
        var program = System.IO.Path.Combine(AppContext.BaseDirectory, "entityres.dll");
        AddProgram("entityres", $"exec {Real("dotnet")} '{program}' \"$@\"");
        AddProgram("dotnet",
            $"""
            [ "$1 $2 $3 $4 $5 $6" = "run -c Release --project tools/Cli --" ] || exit 64 # nothing else of dotnet is run in documents
            shift 6
            [ "$1" != serve ] || set -- "$@" --extractor-port 0 --extractor-http-port 0 --resolver-port 0 --resolver-http-port 0
            exec {Real("dotnet")} '{program}' "$@"
            """);
        if (!ShellTheoryAttribute.IsOnPath("grpcurl"))
            AddProgram("grpcurl", Grpcurl());
    }

    /// <summary>Where commands run.</summary>
    internal string Path { get; }

    /// <summary>Programs that come first on the PATH.</summary>
    internal string Programs { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    private void AddProgram(string name, string script)
    {
        var path = System.IO.Path.Combine(Programs, name);
        File.WriteAllText(path, "#!/usr/bin/env bash\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private static string Real(string program) => "'" + Environment.GetEnvironmentVariable("PATH")!
        .Split(System.IO.Path.PathSeparator).Select(folder => System.IO.Path.Combine(folder, program)).First(File.Exists) + "'";

    // The same call on the JSON route, where grpcurl is not installed: $HTTP is the HTTP port of the service behind the address.
    private static string Grpcurl()
    {
        var routes = Routes().Select(route => $"    {route.Name}) path={route.Path} ;;");
        return
            $$"""
            while [ $# -gt 2 ]; do
              case "$1" in
                -plaintext) shift ;;
                -d) body="$2"; shift 2 ;;
                *) echo "grpcurl: $1" >&2; exit 64 ;;
              esac
            done
            case "$2" in
            {{string.Join('\n', routes)}}
                *) echo "grpcurl: $2" >&2; exit 64 ;;
            esac
            exec curl -s --fail-with-body "$HTTP$path" -H 'content-type: application/json' -d "$body"
            """;
    }

    private static IEnumerable<(string Name, string Path)> Routes() =>
        from service in new[] { ResolutionReflection.Descriptor, CatalogueReflection.Descriptor }.SelectMany(file => file.Services)
        from method in service.Methods
        let rule = method.GetOptions()?.GetExtension(AnnotationsExtensions.Http)
        where rule is { Post.Length: > 0 } && !rule.Post.Contains('{', StringComparison.Ordinal)
        select ($"{service.FullName}/{method.Name}", rule.Post);
}

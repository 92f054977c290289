namespace EntityRes.Services.Tests.Samples;

/// <summary>A test that needs Node and the packages of its sample; reported as skipped where they are missing.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "node"))))
            Skip = "not on PATH: node";
        else if (!Directory.Exists(RepositoryRoot.PathOf("docs", "samples", "node", "node_modules", "@grpc", "grpc-js")))
            Skip = "the sample's packages are not there: npm ci --prefix docs/samples/node";
    }
}

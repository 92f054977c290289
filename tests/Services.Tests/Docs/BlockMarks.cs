namespace EntityRes.Services.Tests.Docs;

/// <summary>What the second word of a fence may say; a block without one is a command that is run, or the output of the one before it.</summary>
internal static class BlockMarks
{
    /// <summary>A command that goes on running while the blocks after it do: <c>serve</c>.</summary>
    internal const string Serve = "serve";

    /// <summary>No output of anything: a drawing, a form of data. JSON and YAML must parse.</summary>
    internal const string Sample = "sample";

    /// <summary>A command that is not run because it needs Docker; the compose file is checked instead.</summary>
    internal const string Docker = "not-run:docker";

    /// <summary>A command that is not run because it needs a cluster; the manifest is checked instead.</summary>
    internal const string Kubernetes = "not-run:kubernetes";

    /// <summary>A command that is not run because it would run this test.</summary>
    internal const string Tests = "not-run:tests";

    /// <summary>A command that is not run because its data is large; all that the program may miss is the data.</summary>
    internal const string Data = "not-run:data";

    internal static IReadOnlySet<string> OfCommands { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "", Serve, Docker, Kubernetes, Tests, Data };
}

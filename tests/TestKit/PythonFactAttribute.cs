using System.Diagnostics;
using Xunit;

namespace EntityRes.TestKit;

/// <summary>A test that needs the system's Python with grpcio and protobuf; reported as skipped where they are missing.</summary>
public sealed class PythonFactAttribute : FactAttribute
{
    /// <summary>The interpreter for which distributions package grpcio.</summary>
    public const string Interpreter = "/usr/bin/python3";

    private static readonly bool HasGrpc = CanImportGrpc();

    /// <summary>Skips the test where Python cannot import grpc.</summary>
    public PythonFactAttribute()
    {
        if (!HasGrpc)
            Skip = $"{Interpreter} with grpcio and protobuf is not installed";
    }

    private static bool CanImportGrpc()
    {
        if (!File.Exists(Interpreter))
            return false;
        using var process = Process.Start(new ProcessStartInfo(Interpreter)
        {
            ArgumentList = { "-c", "import grpc, google.protobuf" },
            RedirectStandardError = true,
        })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

using System.Diagnostics;
using EntityRes.TestKit;

namespace EntityRes.Services.Tests;

/// <summary>A client that is not .NET: Python with grpcio, by reflection alone.</summary>
[Collection(RunningServicesGroup.Name)]
public class PythonClientTests(RunningServices services)
{
    [PythonFact]
    public async Task A_python_client_gets_answers_through_reflection()
    {
        var output = await PythonAsync(
            RepositoryRoot.PathOf("tests", "clients", "python", "annotate.py"), "The Russian leader met Angela Merkel.");
        Assert.Contains("Q23530\tENTITY_TYPE_PERSON\tDmitry Medvedev", output, StringComparison.Ordinal);
        Assert.Contains("Q567\tENTITY_TYPE_PERSON\tAngela Merkel", output, StringComparison.Ordinal);
    }

    private async Task<string> PythonAsync(string script, string text)
    {
        var start = new ProcessStartInfo(PythonFactAttribute.Interpreter)
        {
            ArgumentList = { script, services.Resolver.Target, "2010-09-04" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(text);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return output;
    }
}

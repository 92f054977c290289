using System.CommandLine;
using System.CommandLine.Completions;
using EntityRes.Hosting;
using EntityRes.Resolution.CanonicalIds;
using Grpc.Core;

namespace EntityRes.Cli;

/// <summary>Runs the command line and turns failures into exit codes: 0 done, 2 wrong usage, 1 anything else.</summary>
internal static class CommandRunner
{
    private const int Failure = 1;
    private const int WrongUsage = 2;
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    internal static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && !AsksForSuggestions(root, parsed))
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("See --help.");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = ServiceHost.DrainTime + Margin,
            });
        }
        catch (UsageException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return WrongUsage;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("cancelled");
            return Failure;
        }
        catch (RpcException refused)
        {
            await Console.Error.WriteLineAsync(refused.Status.Detail);
            return Failure;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or InvalidDataException
            or StoreUnavailableException or System.ComponentModel.DataAnnotations.ValidationException)
        {
            await Console.Error.WriteLineAsync(failed.Message);
            return Failure;
        }
    }

    // A line that is being typed is rarely right yet.
    private static bool AsksForSuggestions(RootCommand root, ParseResult parsed) =>
        root.Directives.OfType<SuggestDirective>().Any(directive => parsed.GetResult(directive) is not null);
}

using System.CommandLine;
using EntityRes.Text;
using EntityRes.V1;
using Grpc.Core;

namespace EntityRes.Cli;

/// <summary><c>annotate [FILE… | -] [--date D] [--format F] [--catalogue FILE]</c>: the whole pipeline on files, nothing else running.</summary>
internal static class AnnotateCommand
{
    internal static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Text files in UTF-8; '-' or none reads standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var date = new Option<string>("--date")
        {
            Description = "When the texts were published: 2025-09-04, 2025-09 or 2025. Default: inferred from each text.",
        };
        date.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } given && !PartialDate.TryParse(given, out _))
                result.AddError($"--date: '{given}' is not a date of the form 2025-09-04, 2025-09 or 2025");
        });
        var format = new Option<OutputFormat>("--format")
        {
            Description = "table, json, jsonl (one answer a line; input lines may be Documents in JSON) or html.",
            DefaultValueFactory = _ => OutputFormat.Table,
        };
        var explain = new Option<bool>("--explain") { Description = "Say why each entity was chosen (json, jsonl)." };

        var catalogue = new Option<string?>("--catalogue") { Description = "A compiled catalogue, as import writes it. Default: the one that the build carries." };

        var command = new Command("annotate", "Finds the entities of texts and resolves them.") { files, date, format, explain, catalogue };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(files) is { Length: > 0 } given ? given : ["-"],
            parsed.GetValue(date) ?? "", parsed.GetValue(format), parsed.GetValue(explain), parsed.GetValue(catalogue), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string[] files, string date, OutputFormat format, bool explain, string? catalogue, CancellationToken cancellationToken)
    {
        if (format is OutputFormat.Json or OutputFormat.Html && files.Length > 1)
            throw new UsageException($"--format {format.ToString().ToLowerInvariant()} takes one file; use jsonl for {files.Length}");
        await using var pipeline = await EmbeddedPipeline.OpenAsync(catalogue);
        var writer = OutputWriters.Create(format, Console.Out);
        await FileProgress.EachAsync(files, async file =>
        {
            foreach (var (place, document) in InputDocuments.Read(file, format == OutputFormat.Jsonl))
            {
                if (document.DocumentDate.Length == 0)
                    document.DocumentDate = date;
                var request = new AnnotateRequest { Document = document, Options = new ResolveOptions { Explain = explain } };
                writer.Write(document, await AnnotateAsync(pipeline, request, place, cancellationToken));
            }
        });
        return 0;
    }

    private static async Task<AnnotateResponse> AnnotateAsync(
        EmbeddedPipeline pipeline, AnnotateRequest request, string place, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.Annotator.AnnotateAsync(request, cancellationToken);
        }
        catch (RpcException refused)
        {
            throw new InvalidDataException($"{place}: {refused.Status.Detail}", refused);
        }
    }
}

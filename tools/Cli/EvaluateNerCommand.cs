using System.CommandLine;
using System.Text;
using EntityRes.Evaluation.Mentions;
using EntityRes.Extraction;

namespace EntityRes.Cli;

/// <summary><c>evaluate ner FILE…</c>: exact spans and types of named mentions, error classes, calibration.</summary>
internal static class EvaluateNerCommand
{
    private static readonly UTF8Encoding LenientUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    internal static Command Create()
    {
        var files = EvaluateCommand.Files("Annotated news (.jsonl) or tokens with BIO tags (.conll and other extensions).");
        var model = new Option<string?>("--model") { Description = "A tagger model file; default: the one this program carries." };
        var errors = new Option<string?>("--errors") { Description = "File that receives each error with its context." };
        var command = new Command("ner", "Measures named mentions: exact spans and types.") { files, model, errors };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(files), parsed.GetValue(model), parsed.GetValue(errors)));
        return command;
    }

    private static int Run(string[] files, string? model, string? errors)
    {
        var pipeline = model is null ? ExtractionPipeline.Load() : ExtractionPipeline.Load(File.ReadAllBytes(model));
        using var errorFile = errors is null ? null : new StreamWriter(errors, append: false, LenientUtf8);
        NerEvaluation.Run(pipeline, files, Console.Out, errorFile);
        return 0;
    }
}

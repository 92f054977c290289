using System.CommandLine;
using EntityRes.Evaluation.Dates;

namespace EntityRes.Cli;

/// <summary><c>evaluate dates FILE…</c>: the dates found in texts against the documents' own.</summary>
internal static class EvaluateDatesCommand
{
    internal static Command Create()
    {
        var files = EvaluateCommand.Files("Annotated news (.jsonl).");
        var isVerbose = new Option<bool>("--verbose") { Description = "Print every wrong date." };
        var command = new Command("dates", "Measures the dates found in texts.") { files, isVerbose };
        command.SetAction(parsed => DateEvaluation.Run(parsed.GetRequiredValue(files), parsed.GetValue(isVerbose)));
        return command;
    }
}

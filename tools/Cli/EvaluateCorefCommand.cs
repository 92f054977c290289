using System.CommandLine;
using EntityRes.Evaluation.Coreference;

namespace EntityRes.Cli;

/// <summary><c>evaluate coref FILE…</c>: chains, role mentions and pronouns, given the annotated names.</summary>
internal static class EvaluateCorefCommand
{
    internal static Command Create()
    {
        var files = EvaluateCommand.Files("Annotated news (.jsonl): names and roles; documents of the GUM form (.json): pronouns.");
        var isVerbose = new Option<bool>("--verbose") { Description = "Print every error." };
        var command = new Command("coref", "Measures chains, role mentions and pronouns, given the annotated names.") { files, isVerbose };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(files), parsed.GetValue(isVerbose)));
        return command;
    }

    private static int Run(string[] files, bool isVerbose)
    {
        var byForm = files.ToLookup(file => file.EndsWith(".json", StringComparison.Ordinal));
        if (byForm[false].Any())
            ChainEvaluation.Run(byForm[false], isVerbose);
        if (byForm[true].Any())
            PronounEvaluation.Run(byForm[true], isVerbose);
        return 0;
    }
}

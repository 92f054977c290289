using System.CommandLine;
using EntityRes.Trainer.Linking;

namespace EntityRes.Trainer;

/// <summary><c>scoring FILE…</c>: annotated news → the weights of the candidate scorer.</summary>
internal static class ScoringCommand
{
    internal static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Annotated news, one JSON document a line.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "The file to write.", DefaultValueFactory = _ => "seeds/models/scoring.json" };
        var isVerbose = new Option<bool>("--verbose") { Description = "Print every error." };
        var command = new Command("scoring", "Learns the weights of the candidate scorer from annotated news.") { files, output, isVerbose };
        command.SetAction(parsed => ScoringTraining.Run(
            parsed.GetRequiredValue(files), parsed.GetRequiredValue(output), parsed.GetValue(isVerbose)));
        return command;
    }
}

using System.CommandLine;

namespace EntityRes.Trainer;

/// <summary><c>salience FILE…</c>: annotated news → the weights by which definite phrases choose their antecedents.</summary>
internal static class SalienceCommand
{
    internal static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Annotated news, one JSON document a line.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = "The file to write.", DefaultValueFactory = _ => "seeds/lexicon/salience-weights.tsv" };
        var command = new Command("salience", "Learns the weights by which definite phrases choose their antecedents.") { files, output };
        command.SetAction(parsed => SalienceTraining.Run(parsed.GetRequiredValue(files), parsed.GetRequiredValue(output)));
        return command;
    }
}

using System.CommandLine;

namespace EntityRes.Cli;

/// <summary><c>evaluate ner|linking|coref|crossdoc|dates|names</c>: annotated data against what the pipeline says.</summary>
internal static class EvaluateCommand
{
    internal static Command Create() => new("evaluate", "Measures accuracy on annotated data.")
    {
        EvaluateNerCommand.Create(),
        EvaluateLinkingCommand.Create(),
        EvaluateCorefCommand.Create(),
        EvaluateCrossdocCommand.Create(),
        EvaluateDatesCommand.Create(),
        EvaluateNamesCommand.Create(),
    };

    /// <summary>The annotated files that a command reads.</summary>
    internal static Argument<string[]> Files(string description) => new("FILE") { Description = description, Arity = ArgumentArity.OneOrMore };
}

using System.CommandLine;
using EntityRes.Cli.Entities;
using EntityRes.Cli.Load;

namespace EntityRes.Cli.Shell;

/// <summary>All commands.</summary>
internal static class CommandTree
{
    internal static RootCommand Create()
    {
        var root = new RootCommand("Who and what is a text about? Finds mentions, resolves them to canonical ids.")
        {
            AnnotateCommand.Create(),
            ServeCommand.Create(),
            EntityCommand.Create(),
            ImportCommand.Create(),
            CatalogueCommand.Create(),
            IdentityCommand.Create(),
            EvaluateCommand.Create(),
            LoadCommand.Create(),
            CompletionCommand.Create(),
        };
        HelpWithExamples.AddTo(root);
        return root;
    }
}

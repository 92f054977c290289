using System.CommandLine;
using EntityRes.Cli;
using EntityRes.Cli.Load;

var root = new RootCommand("Who and what is a text about? Finds mentions, resolves them to canonical ids.")
{
    AnnotateCommand.Create(),
    ServeCommand.Create(),
    ImportCommand.Create(),
    CatalogueCommand.Create(),
    IdentityCommand.Create(),
    EvaluateCommand.Create(),
    LoadCommand.Create(),
};
return await CommandRunner.RunAsync(root, args);

using System.CommandLine;
using EntityRes.Cli;

var root = new RootCommand("Who and what is a text about? Finds mentions, resolves them to canonical ids.")
{
    AnnotateCommand.Create(),
    ServeCommand.Create(),
    ImportCommand.Create(),
    CatalogueCommand.Create(),
    IdentityCommand.Create(),
    EvaluateCommand.Create(),
};
return await CommandRunner.RunAsync(root, args);

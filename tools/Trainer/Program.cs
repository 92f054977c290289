using System.CommandLine;
using EntityRes.Trainer;

return new RootCommand("Builds the data files that EntityRes ships.")
{
    FoldTableCommand.Create(),
    TaggerCommand.Create(),
    SalienceCommand.Create(),
    ScoringCommand.Create(),
}
.Parse(args).Invoke();

using EntityRes.Cli;
using EntityRes.Cli.Shell;

return await CommandRunner.RunAsync(CommandTree.Create(), args);

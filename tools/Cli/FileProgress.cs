using Spectre.Console;

namespace EntityRes.Cli;

/// <summary>Works on files one after the other and shows how far it is, where somebody watches and nothing else is written there.</summary>
internal static class FileProgress
{
    internal static async Task EachAsync(IReadOnlyList<string> files, Func<string, Task> work)
    {
        if (files.Count > 1 && !Console.IsErrorRedirected && Console.IsOutputRedirected)
        {
            await Terminal.Error().Progress().AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(context => EachAsync(files, work, context));
            return;
        }

        foreach (var file in files)
            await work(file);
    }

    private static async Task EachAsync(IReadOnlyList<string> files, Func<string, Task> work, ProgressContext context)
    {
        var bar = context.AddTask("files", maxValue: files.Count);
        for (var i = 0; i < files.Count; i++)
        {
            bar.Description = Markup.Escape($"{i + 1} of {files.Count}  {Terminal.Printable(Path.GetFileName(files[i]))}");
            context.Refresh();
            await work(files[i]);
            bar.Increment(1);
        }
    }
}

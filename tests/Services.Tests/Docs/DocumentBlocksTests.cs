using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace EntityRes.Services.Tests.Docs;

/// <summary>What README and docs show is what happens: commands are run, their outputs compared, and nothing is left out silently.</summary>
public class DocumentBlocksTests
{
    private static readonly string[] Outputs = ["text", "json"];

    public static TheoryData<string> Files => [.. MarkdownFiles.All];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_block_is_run_or_compared_or_says_why_not(string file)
    {
        DocumentBlock? before = null;
        foreach (var block in MarkdownFiles.BlocksOf(file))
        {
            if (block.IsCommand)
                Assert.True(BlockMarks.OfCommands.Contains(block.Mark), $"{block}: '{block.Mark}' is no mark of a command");
            else if (block.Mark == BlockMarks.Sample)
                CheckSample(block);
            else
                Assert.True(IsOutput(block) && IsRun(before), $"{block}: is no output of the block before it, and not marked as a sample");
            before = block;
        }
    }

    [ShellTheory]
    [MemberData(nameof(Files))]
    public async Task Commands_do_what_the_document_shows(string file)
    {
        using var shell = new ReadersShell();
        var blocks = MarkdownFiles.BlocksOf(file);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Mark == BlockMarks.Data)
                await CheckOnlyDataIsMissingAsync(shell, blocks[i]);
            if (!IsRun(blocks[i]))
                continue;
            var output = await RunAsync(shell, blocks[i]);
            if (i + 1 < blocks.Count && IsOutput(blocks[i + 1]))
                Compare(blocks[i + 1], output);
        }
    }

    private static async Task<string> RunAsync(ReadersShell shell, DocumentBlock block)
    {
        if (block.Mark == BlockMarks.Serve)
            return await shell.ServeAsync(block.Text);
        var result = await shell.RunAsync(block.Text);
        Assert.True(result.ExitCode == 0, $"{block}: exit code {result.ExitCode}: {result.Output}\n{result.Error}");
        return result.Output;
    }

    private static async Task CheckOnlyDataIsMissingAsync(ReadersShell shell, DocumentBlock block)
    {
        foreach (var command in block.Text.Split('\n').Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal)))
        {
            var result = await shell.RunAsync(command);
            Assert.True(result.ExitCode != 0 && result.Error.Contains(": no such file", StringComparison.Ordinal), $"{block}: {result.Error}");
        }
    }

    private static void Compare(DocumentBlock shown, string output)
    {
        if (shown.Language == "text")
            Assert.True(ExpectedText.Fits(shown.Text, output), $"{shown}: the command writes\n{output}");
        else if (ExpectedJson.Difference(shown.Text, output) is { } difference)
            Assert.Fail($"{shown}: {difference}\nThe command writes\n{output}");
    }

    private static bool IsRun(DocumentBlock? block) => block is { IsCommand: true, Mark: "" or BlockMarks.Serve };

    private static bool IsOutput(DocumentBlock block) => block.Mark.Length == 0 && Outputs.Contains(block.Language);

    private static void CheckSample(DocumentBlock block)
    {
        if (block.Language == "json")
        {
            foreach (var line in block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                JsonDocument.Parse(line).Dispose();
        }
        else if (block.Language == "yaml")
        {
            new YamlStream().Load(new StringReader(block.Text));
        }
    }
}

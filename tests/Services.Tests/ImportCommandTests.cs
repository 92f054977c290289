using EntityRes.V1;

namespace EntityRes.Services.Tests;

public class ImportCommandTests
{
    [Fact]
    public async Task An_imported_catalogue_answers_annotate()
    {
        var folder = Directory.CreateTempSubdirectory();
        var (source, text, output) = (Path.Combine(folder.FullName, "a.jsonl"), Path.Combine(folder.FullName, "a.txt"), Path.Combine(folder.FullName, "a.bin"));
        await File.WriteAllTextAsync(source, """{"id":"Q1490","name":"Tokyo","type":"LOCATION","kind":"city","prior":300}""" + "\nnot json\n");
        await File.WriteAllTextAsync(text, "The governor spoke in Tokyo on Tuesday.");
        var imported = await CommandLine.RunAsync("import", "jsonl", source, "--out", output, "--name", "small");
        Assert.Equal(0, imported.ExitCode);
        Assert.Contains("a.jsonl:2: ", imported.Error, StringComparison.Ordinal);
        var annotated = await CommandLine.RunAsync("annotate", text, "--format", "json", "--catalogue", output);
        var response = AnnotateResponse.Parser.ParseJson(annotated.Output);
        Assert.Equal(["Q1490"], response.Entities.Where(entity => entity.Id[0] == 'Q').Select(entity => entity.Id));
        Assert.StartsWith("small-", response.Versions.Catalogue, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_that_is_no_catalogue_is_refused_by_name()
    {
        var result = await CommandLine.RunAsync("annotate", "LICENSE", "--catalogue", "LICENSE");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("LICENSE: not a catalogue", result.Error, StringComparison.Ordinal);
    }
}

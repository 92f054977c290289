using System.CommandLine;
using EntityRes.Resolver.Identity.Backup;
using EntityRes.Resolver.Stores;

namespace EntityRes.Cli;

/// <summary><c>identity export|import</c>: backup of minted ids and judgements, from any store into any other.</summary>
internal static class IdentityCommand
{
    internal static Command Create()
    {
        var output = new Option<string>("--out") { Description = "File to write; replaced only when the whole backup is written.", Required = true };
        var export = new Command("export", "Writes all minted entities, redirects and judgements as lines of JSON.") { output };
        export.SetAction((parsed, cancellationToken) => ExportAsync(parsed.GetRequiredValue(output), cancellationToken));
        var input = new Argument<string>("FILE") { Description = "A backup that export wrote." };
        var import = new Command("import", "Reads a backup into an empty store.") { input };
        import.SetAction((parsed, cancellationToken) => ImportAsync(parsed.GetRequiredValue(input), cancellationToken));
        return new Command("identity", "Backup of identity: of the store that ENTITYRES_REDIS or ENTITYRES_DATA_DIR names.") { export, import };
    }

    private static async Task<int> ExportAsync(string path, CancellationToken cancellationToken)
    {
        var partial = path + ".partial";
        await using var store = await EmbeddedPipeline.OpenNamedStoreAsync();
        (int Families, int Entries) written;
        await using (var file = new StreamWriter(partial))
            written = await IdentityBackup.ExportAsync(store, file, cancellationToken);
        File.Move(partial, path, overwrite: true);
        await Console.Error.WriteLineAsync($"{written.Families} names, {written.Entries} entries of the ledger written to {path}");
        return 0;
    }

    private static async Task<int> ImportAsync(string path, CancellationToken cancellationToken)
    {
        using var file = new StreamReader(path);
        await using var store = await EmbeddedPipeline.OpenNamedStoreAsync();
        var read = await IdentityBackup.ImportAsync(store, file, cancellationToken);
        await Console.Error.WriteLineAsync($"{read.Families} names, {read.Entries} entries of the ledger read from {path}");
        return 0;
    }
}

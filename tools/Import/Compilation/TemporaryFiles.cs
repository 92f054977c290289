namespace EntityRes.Import.Compilation;

/// <summary>Files that vanish when they are closed.</summary>
internal static class TemporaryFiles
{
    private const int BufferBytes = 1 << 17;

    /// <summary>Creates one in a folder.</summary>
    internal static FileStream Create(string folder) => new(
        Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferBytes,
        FileOptions.DeleteOnClose);

    /// <summary>Creates one in a folder, or in memory when there is no folder.</summary>
    internal static Stream CreateStream(string? folder) => folder is null ? new MemoryStream() : Create(folder);
}

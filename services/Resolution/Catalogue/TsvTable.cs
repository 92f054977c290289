namespace EntityRes.Resolution.Catalogue;

/// <summary>One tab-separated file with a header line, held to its columns.</summary>
internal sealed class TsvTable
{
    private TsvTable(string file, List<TsvRow> rows)
    {
        File = file;
        Rows = rows;
    }

    /// <summary>The file's name, for messages.</summary>
    internal string File { get; }

    /// <summary>The records, in file order.</summary>
    internal IReadOnlyList<TsvRow> Rows { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="reader">Its content.</param>
    /// <param name="columns">The columns the header must name, in order.</param>
    /// <exception cref="InvalidDataException">The header or a row has other columns; names file, line, expected and found.</exception>
    internal static TsvTable Read(string file, TextReader reader, string[] columns)
    {
        var header = reader.ReadLine() ?? "";
        if (header != string.Join('\t', columns))
            throw new InvalidDataException($"{file}:1: expected the columns '{string.Join(' ', columns)}', found '{header}'");

        var rows = new List<TsvRow>();
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            var cells = text.Split('\t');
            if (cells.Length != columns.Length)
                throw new InvalidDataException($"{file}:{line}: expected {columns.Length} columns, found {cells.Length}");
            rows.Add(new TsvRow(file, line, cells));
        }

        return new TsvTable(file, rows);
    }
}

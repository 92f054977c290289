namespace EntityRes.Resolution.Catalogue;

/// <summary>One record of a tab-separated file.</summary>
/// <param name="File">The file's name, for messages.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Cells">Its cells, one a column.</param>
internal sealed record TsvRow(string File, int Line, string[] Cells)
{
    /// <summary>The cell of a column.</summary>
    internal string this[int column] => Cells[column];

    /// <summary>The items of a cell that holds a list; none when it is empty.</summary>
    internal string[] List(int column) => Cells[column].Length == 0 ? [] : Cells[column].Split('|');

    /// <summary>The error that this row is wrong.</summary>
    internal InvalidDataException Wrong(string reason) => new($"{File}:{Line}: {reason}");
}

namespace EntityRes.Import.Curated;

/// <summary>One record of a tab-separated file.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Cells">Its cells, one a column.</param>
internal sealed record TsvRow(Place Place, string[] Cells)
{
    /// <summary>The cell of a column.</summary>
    internal string this[int column] => Cells[column];

    /// <summary>The items of a cell that holds a list; none when it is empty.</summary>
    internal string[] List(int column) => Cells[column].Length == 0 ? [] : Cells[column].Split('|');
}

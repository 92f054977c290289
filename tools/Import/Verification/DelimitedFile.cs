using System.Text;

namespace EntityRes.Import.Verification;

/// <summary>Records of a file of comma- or tab-separated values (RFC 4180), by the names of its header.</summary>
internal static class DelimitedFile
{
    /// <summary>Reads the records.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Header → cell, one dictionary a record.</returns>
    internal static IEnumerable<Dictionary<string, string>> Read(string path)
    {
        var isTabbed = Path.GetExtension(path) == ".tsv";
        string[]? header = null;
        foreach (var record in isTabbed ? File.ReadLines(path).Select(line => line.Split('\t')) : ReadQuoted(File.ReadAllText(path)))
        {
            if (header is null)
            {
                header = record;
                continue;
            }

            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < header.Length; i++)
                cells[header[i]] = i < record.Length ? record[i] : "";
            yield return cells;
        }
    }

    private static IEnumerable<string[]> ReadQuoted(string content)
    {
        var record = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            if (isQuoted && c == '"' && i + 1 < content.Length && content[i + 1] == '"')
                cell.Append(content[i++]);
            else if (c == '"')
                isQuoted = !isQuoted;
            else if (isQuoted || c is not (',' or '\n' or '\r'))
                cell.Append(c);
            else if (c != '\r')
            {
                record.Add(cell.ToString());
                cell.Clear();
                if (c != '\n')
                    continue;
                yield return [.. record];
                record.Clear();
            }
        }

        if (cell.Length > 0 || record.Count > 0)
            yield return [.. record, cell.ToString()];
    }
}

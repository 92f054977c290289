using System.Reflection;

namespace EntityRes.Extraction.Mentions.Rules.Lexicon;

/// <summary>Reads the word lists that the assembly carries (<c>seeds/lexicon/</c>): one record a line, fields parted by tabs.</summary>
internal static class LexiconFile
{
    /// <summary>The records of a list, in file order.</summary>
    /// <param name="name">File name, such as <c>role-nouns.tsv</c>.</param>
    /// <param name="fields">Number of fields each record must have.</param>
    /// <exception cref="InvalidDataException">The list is missing or a line has another number of fields.</exception>
    public static IEnumerable<string[]> Read(string name, int fields)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("lexicon." + name)
            ?? throw new InvalidDataException($"{name}: the assembly carries no such lexicon");
        using var reader = new StreamReader(stream);
        for (var line = 1; reader.ReadLine() is { } record; line++)
        {
            var parts = record.Split('\t');
            if (parts.Length != fields)
                throw new InvalidDataException($"{name}:{line}: expected {fields} fields, found {parts.Length}");
            yield return parts;
        }
    }
}

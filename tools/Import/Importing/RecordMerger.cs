using EntityRes.Import.Compilation;
using EntityRes.Import.Sources;
using EntityRes.Resolution;

namespace EntityRes.Import.Importing;

/// <summary>Records of one id, the strongest source first → one entity.</summary>
/// <remarks>Single values are the strongest source's that has one; lists are joined, the strongest source's first.</remarks>
internal sealed class RecordMerger(ClassGraph classes)
{
    private const float UnknownPrior01 = 0.1f;
    private const string Unnamed = "";

    private readonly Dictionary<string, float> _priors = KindTable.DefaultPriors();

    /// <summary>Finds the kind of a group of records; empty when nothing tells it, or nothing names the entity.</summary>
    internal (string Kind, EntityType Type) KindOf(List<ImportedRecord> records)
    {
        if (!records.Exists(record => record.Name.Length > 0))
            return (Unnamed, EntityType.Other);
        foreach (var record in records)
        {
            var kind = record.Kind.Length > 0 ? (record.Kind, record.Type) : classes.Find(record.Classes);
            if (kind.Kind.Length > 0)
                return kind;
        }

        return ("", EntityType.Other);
    }

    /// <summary>Merges a group of records.</summary>
    internal SourceEntity Merge(List<ImportedRecord> records, string kind, EntityType type)
    {
        var known = records.FirstOrDefault(record => record.Prior01 >= 0);
        return new SourceEntity
        {
            Id = records[0].Id,
            Kind = kind,
            Type = type,
            Name = records.Select(record => record.Name).First(name => name.Length > 0),
            Aliases = [.. Join(records, record => record.Aliases.Append(record.Name)).Where(name => name.Length > 0)],
            Note = records.Select(record => record.Note).FirstOrDefault(note => note.Length > 0) ?? "",
            Of = Join(records, record => record.Of),
            ExternalIds = Join(records, record => record.ExternalIds),
            Demonyms = Join(records, record => record.Demonyms),
            Metonyms = Join(records, record => record.Metonyms),
            Capital = records.Select(record => record.Capital).FirstOrDefault(capital => capital.Length > 0) ?? "",
            Prior01 = known?.Prior01 ?? _priors.GetValueOrDefault(kind, UnknownPrior01),
        };
    }

    private static List<string> Join(List<ImportedRecord> records, Func<ImportedRecord, IEnumerable<string>> list) =>
        records.Count == 1 ? [.. list(records[0])] : [.. records.SelectMany(list).Distinct(StringComparer.Ordinal)];
}

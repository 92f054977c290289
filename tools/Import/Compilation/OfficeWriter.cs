using EntityRes.Resolution.Catalogue;

namespace EntityRes.Import.Compilation;

/// <summary>Offices and tenures → their sections. What names an unknown entity or office is left out.</summary>
internal sealed class OfficeWriter
{
    private readonly List<(SourceOffice Office, int Of)> _offices = [];
    private readonly List<(int Office, SourceTenure Tenure, int Holder)> _tenures = [];
    private readonly Dictionary<string, int> _roles;

    internal OfficeWriter(CatalogueSource source, IdTable ids)
    {
        _roles = source.Roles.Keys.Order(StringComparer.Ordinal).Select((role, i) => (role, i))
            .ToDictionary(pair => pair.role, pair => pair.i, StringComparer.Ordinal);
        foreach (var office in source.Offices.OrderBy(office => office.Slug, StringComparer.Ordinal))
        {
            if (ids.TryFind(office.Of, out var of) && _roles.ContainsKey(office.Role))
                _offices.Add((office, of));
        }

        var numbers = _offices.Select((pair, i) => (pair.Office.Slug, i)).ToDictionary(pair => pair.Slug, pair => pair.i, StringComparer.Ordinal);
        foreach (var tenure in source.Tenures)
        {
            if (numbers.TryGetValue(tenure.Office, out var office) && ids.TryFind(tenure.Holder, out var holder))
                _tenures.Add((office, tenure, holder));
        }

        _tenures = [.. _tenures.OrderBy(entry => entry.Office).ThenBy(entry => entry.Tenure.Start).ThenBy(entry => entry.Tenure.End is null)
            .ThenBy(entry => entry.Tenure.End.GetValueOrDefault(new Text.PartialDate(1))).ThenBy(entry => entry.Holder)];
    }

    /// <summary>Offices written.</summary>
    internal int OfficeCount => _offices.Count;

    /// <summary>Tenures written.</summary>
    internal int TenureCount => _tenures.Count;

    /// <summary>Writes the sections.</summary>
    internal void Write(CatalogueFileWriter file)
    {
        using var blocks = new MemoryStream();
        var blockWriter = new SectionWriter(blocks);
        file.Write(Section.Offices, writer =>
        {
            var tenure = 0;
            for (var i = 0; i < _offices.Count; i++)
            {
                var (office, of) = _offices[i];
                var first = tenure;
                while (tenure < _tenures.Count && _tenures[tenure].Office == i)
                    tenure++;
                writer.Record(new OfficeRecord
                {
                    Of = (uint)of,
                    Role = (ushort)_roles[office.Role],
                    IsExclusive = office.IsExclusive ? (ushort)1 : (ushort)0,
                    FirstTenure = (uint)first,
                    TenureCount = (uint)(tenure - first),
                    Block = (ulong)blockWriter.Length,
                });
                WriteBlock(blockWriter, office);
            }
        });
        blockWriter.Flush();
        file.Write(Section.OfficeBlocks, blocks);
        file.Write(Section.OfficesByPolity, writer => WritePairs(writer, _offices.Select((pair, i) => (pair.Of, i))));
        file.Write(Section.Tenures, WriteTenures);
        file.Write(Section.TenuresByHolder, writer => WritePairs(writer, _tenures.Select((entry, i) => (entry.Holder, i))));
    }

    private void WriteTenures(SectionWriter writer)
    {
        foreach (var (office, tenure, holder) in _tenures)
        {
            writer.Record(new TenureRecord
            {
                Holder = (uint)holder,
                Office = (uint)office,
                Start = CatalogueFormat.Pack(tenure.Start) | (tenure.IsActing ? TenureRecord.ActingFlag : 0),
                End = CatalogueFormat.Pack(tenure.End),
            });
        }
    }

    private static void WriteBlock(SectionWriter writer, SourceOffice office)
    {
        writer.Text(office.Slug);
        writer.Text(office.Title);
        writer.Texts([.. office.Aliases]);
        writer.Number((ulong)office.Leading.Count);
        foreach (var period in office.Leading)
        {
            writer.Number(CatalogueFormat.Pack(period.Start));
            writer.Number(CatalogueFormat.Pack(period.End));
        }
    }

    private static void WritePairs(SectionWriter writer, IEnumerable<(int From, int To)> pairs)
    {
        foreach (var (from, to) in pairs.Order())
            writer.Record(new IndexPair { From = (uint)from, To = (uint)to });
    }
}

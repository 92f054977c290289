using System.Runtime.InteropServices;
using EntityRes.Import.Sources;
using EntityRes.Resolution;
using EntityRes.Resolution.Catalogue;

namespace EntityRes.Import.Importing;

/// <summary>Imported records ↔ bytes of a run file.</summary>
internal static class RecordCodec
{
    internal static void Write(BinaryWriter writer, ImportedRecord record)
    {
        writer.Write(record.Id);
        writer.Write(record.Kind);
        writer.Write((byte)record.Type);
        writer.Write(record.Name);
        writer.Write(record.Note);
        writer.Write(record.Capital);
        writer.Write(record.Role);
        writer.Write(record.OfficeSlug);
        writer.Write(record.Prior01);
        WriteNumbers(writer, record.Classes);
        WriteNumbers(writer, record.ParentClasses);
        foreach (var list in new[] { record.Aliases, record.Of, record.ExternalIds, record.Demonyms, record.Metonyms })
            WriteTexts(writer, list);
        writer.Write7BitEncodedInt(record.Tenures.Count);
        foreach (var tenure in record.Tenures)
        {
            writer.Write(tenure.Office);
            writer.Write(tenure.Of);
            writer.Write(tenure.Holder);
            writer.Write(CatalogueFormat.Pack(tenure.Start));
            writer.Write(CatalogueFormat.Pack(tenure.End));
            writer.Write(tenure.IsActing);
        }
    }

    internal static ImportedRecord Read(BinaryReader reader)
    {
        var record = new ImportedRecord
        {
            Id = reader.ReadString(),
            Kind = reader.ReadString(),
            Type = (EntityType)reader.ReadByte(),
            Name = reader.ReadString(),
            Note = reader.ReadString(),
            Capital = reader.ReadString(),
            Role = reader.ReadString(),
            OfficeSlug = reader.ReadString(),
            Prior01 = reader.ReadSingle(),
            Classes = ReadNumbers(reader),
            ParentClasses = ReadNumbers(reader),
            Aliases = ReadTexts(reader),
            Of = ReadTexts(reader),
            ExternalIds = ReadTexts(reader),
            Demonyms = ReadTexts(reader),
            Metonyms = ReadTexts(reader),
        };
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            record.Tenures.Add(new ImportedTenure(
                reader.ReadString(), reader.ReadString(), reader.ReadString(), CatalogueFormat.Unpack(reader.ReadUInt32()),
                CatalogueFormat.Unpack(reader.ReadUInt32()), reader.ReadBoolean()));
        }

        return record;
    }

    private static void WriteNumbers(BinaryWriter writer, List<ulong> numbers)
    {
        writer.Write7BitEncodedInt(numbers.Count);
        foreach (var number in CollectionsMarshal.AsSpan(numbers))
            writer.Write(number);
    }

    private static List<ulong> ReadNumbers(BinaryReader reader)
    {
        var numbers = new List<ulong>(reader.Read7BitEncodedInt());
        for (var i = numbers.Capacity; i > 0; i--)
            numbers.Add(reader.ReadUInt64());
        return numbers;
    }

    private static void WriteTexts(BinaryWriter writer, List<string> texts)
    {
        writer.Write7BitEncodedInt(texts.Count);
        foreach (var text in texts)
            writer.Write(text);
    }

    private static List<string> ReadTexts(BinaryReader reader)
    {
        var texts = new List<string>(reader.Read7BitEncodedInt());
        for (var i = texts.Capacity; i > 0; i--)
            texts.Add(reader.ReadString());
        return texts;
    }
}

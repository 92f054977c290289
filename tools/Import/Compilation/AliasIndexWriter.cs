using EntityRes.Resolution.Catalogue;

namespace EntityRes.Import.Compilation;

/// <summary>Hashes of keys with their entities → the two sections of an alias index, in three passes over the sorted hashes.</summary>
internal static class AliasIndexWriter
{
    private const double Load = 0.65; // share of places that are taken

    internal static void Write(CatalogueFileWriter file, Section slots, Section lists, ExternalSorter<HashedEntry> entries)
    {
        var keys = Groups(entries).LongCount();
        var homes = keys == 0 ? 0 : (long)Math.Ceiling(keys / Load);
        file.Write(slots, writer => WriteSlots(writer, entries, homes));
        file.Write(lists, writer =>
        {
            foreach (var (_, group) in Groups(entries).Where(group => group.Entities.Count > 1))
            {
                writer.UInt32((uint)group.Count);
                foreach (var entity in group)
                    writer.UInt32(entity);
            }
        });
    }

    private static void WriteSlots(SectionWriter writer, ExternalSorter<HashedEntry> entries, long homes)
    {
        if (homes == 0)
            return;
        long place = 0;
        uint listed = 0;
        foreach (var (hash, entities) in Groups(entries))
        {
            for (var home = CatalogueFormat.Home(hash, homes); place < home; place++)
                writer.Record(default(AliasSlot));
            var isList = entities.Count > 1;
            writer.Record(new AliasSlot { Hash = hash, Value = isList ? listed | CatalogueFormat.ListFlag : entities[0] });
            if (isList)
                listed += (uint)entities.Count + 1;
            place++;
        }

        if (place > homes + AliasIndex.Overflow)
            throw new InvalidOperationException($"{place - homes} keys have no place");
        for (; place < homes + AliasIndex.Overflow; place++)
            writer.Record(default(AliasSlot));
    }

    private static IEnumerable<(ulong Hash, List<uint> Entities)> Groups(ExternalSorter<HashedEntry> entries)
    {
        var entities = new List<uint>();
        var hash = 0UL;
        foreach (var entry in entries.Sorted())
        {
            if (entities.Count > 0 && entry.Hash != hash)
            {
                yield return (hash, entities);
                entities.Clear();
            }

            hash = entry.Hash;
            entities.Add(entry.Number);
        }

        if (entities.Count > 0)
            yield return (hash, entities);
    }
}

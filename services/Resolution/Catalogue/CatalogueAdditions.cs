using System.Collections.Immutable;
using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.Ledger;
using EntityRes.Resolution.Roles;
using EntityRes.Text;

namespace EntityRes.Resolution.Catalogue;

/// <summary>Entities, names and tenures that were added to a compiled catalogue at run time, by the entries of the ledger.</summary>
/// <remarks>
/// Immutable: every entry gives a new one that shares nearly everything with the last. O(log additions) an entry, some kilobytes an
/// entity. The same entries in the same order give every replica the same additions, indexes included.
/// </remarks>
public sealed class CatalogueAdditions
{
    private readonly EntityCatalogue _compiled;

    private CatalogueAdditions(EntityCatalogue compiled) => _compiled = compiled;

    /// <summary>The entities by index: those of the compiled catalogue that were added to, and those after its last.</summary>
    internal ImmutableDictionary<int, AddedEntity> Entities { get; private init; } = ImmutableDictionary<int, AddedEntity>.Empty;

    /// <summary>Indexes of the whole entities by id.</summary>
    internal ImmutableDictionary<string, int> Indexes { get; private init; } =
        ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>Added alias keys.</summary>
    internal AddedNames Names { get; private init; } = AddedNames.None;

    /// <summary>Added transliteration-neutral keys.</summary>
    internal AddedNames Transliterations { get; private init; } = AddedNames.None;

    /// <summary>Added offices and tenures.</summary>
    internal AddedOffices Offices { get; private init; } = AddedOffices.None;

    /// <summary>No additions to a catalogue.</summary>
    public static CatalogueAdditions To(EntityCatalogue compiled) => new(compiled);

    /// <summary>With what an entry adds; entries that add nothing change nothing.</summary>
    public CatalogueAdditions With(LedgerEntry entry) => entry.Kind switch
    {
        LedgerEntryKind.Upserted or LedgerEntryKind.Split => entry.Entities!.Aggregate(this, (additions, entity) => additions.With(entity)),
        LedgerEntryKind.AliasAdded => WithAlias(entry.Ids[0], entry.Alias!),
        LedgerEntryKind.TenureUpserted => WithTenure(entry),
        _ => this,
    };

    private CatalogueAdditions With(OwnEntity own)
    {
        var isCompiled = _compiled.TryFind(own.Id, out var index);
        if (!isCompiled && !Indexes.TryGetValue(own.Id, out index))
            index = _compiled.Entities.Count + Indexes.Count;
        var aliases = own.Aliases.Where(alias => AliasKey.Of(alias).Length > 0);
        if (isCompiled && !_compiled.Entities[index].IsWritten(own.Name))
            aliases = aliases.Append(own.Name);
        return Replace(index, new AddedEntity(
            isCompiled ? _compiled.Entities[index].Id : own.Id, !isCompiled, own.Type, own.Name, own.Description,
            [.. aliases.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. own.ExternalIds.Order(StringComparer.Ordinal)]));
    }

    private CatalogueAdditions WithAlias(string id, string alias)
    {
        if (!_compiled.TryFind(id, out var index) && !Indexes.TryGetValue(id, out index))
            return this;
        var known = Entities.GetValueOrDefault(index) ?? new AddedEntity(_compiled.Entities[index].Id, IsWhole: false, default, "", "", [], []);
        return known.IsWritten(alias) ? this
            : Replace(index, known with { Aliases = [.. known.Aliases.Append(alias).Order(StringComparer.Ordinal)] });
    }

    private CatalogueAdditions WithTenure(LedgerEntry entry)
    {
        var tenure = entry.Tenure!;
        if ((!_compiled.TryFind(tenure.Holder, out var holder) && !Indexes.TryGetValue(tenure.Holder, out holder))
            || !PartialDate.TryParse(tenure.Start, out var start))
            return this;
        var end = PartialDate.TryParse(tenure.End, out var last) ? last : (PartialDate?)null;
        var catalogue = _compiled.With(this);
        return OfficeNaming.Find(catalogue, tenure.Office) is { } office
            ? Copy(Offices.With(_compiled.Offices, office, new Tenure(holder, start, end, IsActing: false))) : this;
    }

    private CatalogueAdditions Replace(int index, AddedEntity entity)
    {
        var (names, transliterations) = (Names, Transliterations);
        foreach (var name in Entities.GetValueOrDefault(index)?.Names ?? [])
        {
            var key = AliasKey.Of(name);
            names = names.Without(_compiled.Names, key, index);
            transliterations = transliterations.Without(_compiled.Transliterations, TransliterationKey.Of(key), index);
        }

        foreach (var name in entity.Names)
        {
            var key = AliasKey.Of(name);
            names = names.With(_compiled.Names, key, index);
            transliterations = transliterations.With(_compiled.Transliterations, TransliterationKey.Of(key), index);
        }

        return new CatalogueAdditions(_compiled)
        {
            Entities = Entities.SetItem(index, entity),
            Indexes = entity.IsWhole ? Indexes.SetItem(entity.Id, index) : Indexes,
            Names = names,
            Transliterations = transliterations,
            Offices = Offices,
        };
    }

    private CatalogueAdditions Copy(AddedOffices offices) => new(_compiled)
    {
        Entities = Entities,
        Indexes = Indexes,
        Names = Names,
        Transliterations = Transliterations,
        Offices = offices,
    };
}

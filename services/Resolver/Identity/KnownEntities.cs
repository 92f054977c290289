using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Ledger;
using EntityRes.V1;

namespace EntityRes.Resolver.Identity;

/// <summary>The entities of a snapshot as answers carry them, the ones asked for of late kept: news names the same again and again.</summary>
/// <remarks>
/// Thread-safe. Each entity has one place, which it shares with others (a direct-mapped cache): what is kept is bounded, some
/// kilobytes a place, and finding it is one comparison.
/// </remarks>
internal sealed class KnownEntities(EntityCatalogue catalogue, LedgerState ledger)
{
    private const int Places = 1 << 11;

    private readonly Kept?[] _kept = new Kept?[Places];

    private sealed record Kept(int Number, Entity Message);

    /// <summary>An entity with what people decided on it. The message may be another answer's too: nobody changes it.</summary>
    /// <param name="number">Index into the catalogue.</param>
    /// <param name="salience01">How much the document is about it.</param>
    internal Entity Of(int number, float salience01)
    {
        ref var place = ref _kept[number & (Places - 1)];
        if (Volatile.Read(ref place) is not { } kept || kept.Number != number)
            Volatile.Write(ref place, kept = new Kept(number, Map(number)));
        if (kept.Message.Salience == salience01)
            return kept.Message;
        var entity = kept.Message.Clone();
        entity.Salience = salience01;
        return entity;
    }

    private Entity Map(int number)
    {
        var entity = EntityMapping.ToProto(catalogue.Entities[number]);
        EntityMapping.AddJudgements(entity, ledger, includeHistory: false);
        entity.Salience = 1; // that of an entity asked for alone
        return entity;
    }
}

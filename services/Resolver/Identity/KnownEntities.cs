using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Ledger;
using EntityRes.Text;
using EntityRes.V1;

namespace EntityRes.Resolver.Identity;

/// <summary>The entities of a snapshot as answers carry them, the ones asked for of late kept: news names the same again and again.</summary>
/// <remarks>Thread-safe. Some kilobytes an entity, at most 2,048 of them.</remarks>
internal sealed class KnownEntities(EntityCatalogue catalogue, LedgerState ledger)
{
    private readonly RecentResults<int, Entity> _messages = new(1 << 11);

    /// <summary>An entity with what people decided on it. The message may be another answer's too: nobody changes it.</summary>
    /// <param name="number">Index into the catalogue.</param>
    /// <param name="salience01">How much the document is about it.</param>
    internal Entity Of(int number, float salience01)
    {
        if (!_messages.TryGet((ulong)number, number, out var message))
            message = _messages.Keep((ulong)number, number, Map(number));
        return message.Salience == salience01 ? message : message.WithSalience(salience01);
    }

    private Entity Map(int number)
    {
        var entity = EntityMapping.ToProto(catalogue.Entities[number]);
        EntityMapping.AddJudgements(entity, ledger, includeHistory: false);
        entity.Salience = 1; // that of an entity asked for alone
        return entity;
    }
}

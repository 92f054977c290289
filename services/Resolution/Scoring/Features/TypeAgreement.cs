using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.Catalogue;

namespace EntityRes.Resolution.Scoring.Features;

/// <summary>
/// Whether the candidate is of the chain's type: 1 the same, ½ where the two can hardly be told apart (a company and its
/// product), 0 where one name commonly stands for both (a place and its government), else −1; the less sure the type is, the
/// nearer to ½ is all that is below.
/// </summary>
internal static class TypeAgreement
{
    private const float Alike = 0.5f;

    // Their adherents bear their name: "Republicans", "Nazis".
    private static readonly string[] KindsWithAdherents = ["party", "movement", "armed-group"];

    internal static float Measure(in ChainContext chain, Candidate candidate)
    {
        var entity = chain.Document.Catalogue.Entities[candidate.Entity];
        var agreement = candidate.Match == MatchKind.Demonym ? OfDemonym(chain.Type) : OfName(chain.Type, entity);
        var sure01 = chain.Representative.Confidence01;
        return Math.Max(agreement, (sure01 * agreement) + ((1 - sure01) * Alike));
    }

    // An adjective of origin is a group even where the tagger calls it a place; but no person and nothing made.
    private static float OfDemonym(EntityType type) => type switch
    {
        EntityType.Group => 1f,
        EntityType.Location => Alike,
        EntityType.Other => 0f,
        _ => -1f,
    };

    private static float OfName(EntityType type, in CatalogueEntity entity) =>
        type == entity.Type || (type == EntityType.Group && KindsWithAdherents.Contains(entity.Kind)) ? 1f
        : (type, entity.Type) is (EntityType.Product, EntityType.Organization) or (EntityType.Organization, EntityType.Product) ? Alike
        : MayStandFor(type, entity.Type) || MayStandFor(entity.Type, type) ? 0f : -1f;

    private static bool MayStandFor(EntityType one, EntityType other) => (one, other) switch
    {
        (EntityType.Organization, EntityType.Location or EntityType.Group or EntityType.Event) => true,
        (EntityType.Location, EntityType.Group) => true,
        (EntityType.Other, not EntityType.Person) => true,
        _ => false,
    };
}

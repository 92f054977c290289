using EntityRes.Resolution.Candidates;

namespace EntityRes.Resolution.Scoring.Features;

/// <summary>
/// Whether the candidate is of the chain's type: 1 the same, 0 where one name commonly stands for both (a place and its
/// government, a company and its product), −1 otherwise.
/// </summary>
internal static class TypeAgreement
{
    internal static float Measure(in ChainContext chain, Candidate candidate)
    {
        var type = chain.Document.Catalogue.Entities[candidate.Entity].Type;
        if (candidate.Match == MatchKind.Demonym)
            return chain.Type == EntityType.Group ? 1f : -1f;
        return type == chain.Type ? 1f : MayStandFor(chain.Type, type) || MayStandFor(type, chain.Type) ? 0f : -1f;
    }

    private static bool MayStandFor(EntityType one, EntityType other) => (one, other) switch
    {
        (EntityType.Organization, EntityType.Location or EntityType.Product or EntityType.Group or EntityType.Event) => true,
        (EntityType.Location, EntityType.Group) => true,
        (EntityType.Other, not EntityType.Person) => true,
        _ => false,
    };
}

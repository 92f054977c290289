using System.Text.Json.Nodes;
using EntityRes.V1;

namespace EntityRes.Resolver.Reconciliation;

/// <summary>A type as the reconciliation API has it.</summary>
/// <param name="Id">The name of the enum value on the wire: <c>ENTITY_TYPE_PERSON</c>.</param>
/// <param name="Name">For people: <c>Person</c>.</param>
internal sealed record ReconciliationType(string Id, string Name)
{
    internal JsonObject ToJson() => new() { ["id"] = Id, ["name"] = Name };
}

/// <summary>The types of entities under the names that the wire gives them.</summary>
internal static class ReconciliationTypes
{
    private const string Prefix = "ENTITY_TYPE_";

    private static readonly EntityType[] Types =
        [EntityType.Person, EntityType.Organization, EntityType.Location, EntityType.Group, EntityType.Event, EntityType.Product, EntityType.Other];

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<ReconciliationType> All { get; } = [.. Types.Select(Of)];

    internal static ReconciliationType Of(EntityType type) => new(Prefix + type.ToString().ToUpperInvariant(), type.ToString());

    /// <summary>Reads an id.</summary>
    /// <returns>False when no type has it.</returns>
    internal static bool TryParse(string id, out EntityType type)
    {
        type = Types.FirstOrDefault(known => Of(known).Id == id);
        return type != EntityType.Unspecified;
    }
}

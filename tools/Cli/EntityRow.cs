using System.Globalization;
using EntityRes.V1;

namespace EntityRes.Cli;

/// <summary>One line of the table of entities.</summary>
/// <param name="Name">The entity's name.</param>
/// <param name="Type">Its type, in short.</param>
/// <param name="Id">Its canonical id.</param>
/// <param name="Mentions">The distinct surface forms that mean it, with how often each occurs when more than once.</param>
/// <param name="Confidence">The highest confidence of its resolutions, two decimals.</param>
internal sealed record EntityRow(string Name, string Type, string Id, string Mentions, string Confidence)
{
    /// <summary>The rows of an answer, most salient entity first.</summary>
    internal static IEnumerable<EntityRow> Of(AnnotateResponse response)
    {
        var byEntity = response.Resolutions.Where(resolution => resolution.EntityId.Length > 0)
            .ToLookup(resolution => resolution.EntityId, StringComparer.Ordinal);
        foreach (var entity in response.Entities)
        {
            var resolutions = byEntity[entity.Id].ToList();
            var forms = resolutions
                .SelectMany(resolution => response.Chains[resolution.Chain].Mentions)
                .Order()
                .Select(mention => InOneLine(response.Mentions[mention].Text))
                .GroupBy(form => form, StringComparer.Ordinal)
                .Select(form => form.Count() == 1 ? form.Key : $"{form.Key} ×{form.Count()}");
            yield return new EntityRow(
                entity.Name, ShortType(entity.Type), entity.Id, string.Join(", ", forms),
                resolutions.Max(resolution => resolution.Confidence).ToString("0.00", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A type in a few letters.</summary>
    internal static string ShortType(EntityType type) => type switch
    {
        EntityType.Person => "PER",
        EntityType.Organization => "ORG",
        EntityType.Location => "LOC",
        EntityType.Group => "GRP",
        EntityType.Event => "EVT",
        EntityType.Product => "PRD",
        _ => "OTH",
    };

    private static string InOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

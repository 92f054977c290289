using System.Text;
using EntityRes.Hosting;
using EntityRes.Resolution.CanonicalIds;
using EntityRes.Resolution.Ledger;
using EntityRes.Text;
using EntityRes.V1;
using Grpc.Core;

namespace EntityRes.Resolver.Identity;

/// <summary>Checks of the fields of requests that change the shared state; every error names the field.</summary>
internal static class EditRequests
{
    private const int MostAliases = 1_000;
    private const int MostExternalIds = 100;
    private const int MostSuccessors = 100;
    private const int AuthorBytes = 256;
    private const int TextBytes = 4_096; // descriptions and reasons

    internal static void CheckAuthor(string author)
    {
        if (string.IsNullOrWhiteSpace(author))
            throw RequestErrors.InvalidArgument("author", "is required");
        CheckLength("author", author, AuthorBytes);
    }

    internal static void CheckReason(string reason) => CheckLength("reason", reason, TextBytes);

    internal static void CheckName(string field, string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw RequestErrors.InvalidArgument(field, "is required");
        CheckLength(field, name, Limits.NameBytes);
        if (AliasKey.Of(name).Length == 0)
            throw RequestErrors.InvalidArgument(field, $"'{name}' has no letter and no digit");
    }

    internal static Entity CheckEntity(Entity? entity)
    {
        if (entity is null)
            throw RequestErrors.InvalidArgument("entity", "is required");
        CheckName("entity.name", entity.Name);
        if (!Enum.IsDefined((Resolution.EntityType)entity.Type))
            throw RequestErrors.InvalidArgument("entity.type", $"{(int)entity.Type} is no EntityType");
        if (entity.Id.Length > 0 && !MintedId.IsWellFormed(entity.Id) && !EntityDirectory.IsQid(entity.Id))
            throw RequestErrors.InvalidArgument("entity.id", $"'{entity.Id}' is not of the form Q7747 or er:0123456789abcdef");
        CheckLength("entity.description", entity.Description, TextBytes);
        CheckCount("entity.aliases", entity.Aliases.Count, MostAliases);
        for (var i = 0; i < entity.Aliases.Count; i++)
            CheckName($"entity.aliases[{i}]", entity.Aliases[i]);
        CheckCount("entity.external_ids", entity.ExternalIds.Count, MostExternalIds);
        foreach (var (scheme, id) in entity.ExternalIds)
        {
            var field = $"entity.external_ids[{scheme}]";
            if (scheme.Length == 0 || scheme.Contains(':', StringComparison.Ordinal) || id.Length == 0)
                throw RequestErrors.InvalidArgument(field, "scheme or id is empty, or the scheme has a colon");
            CheckLength(field, scheme + id, Limits.NameBytes);
            if (scheme == EntityMapping.Wikidata && !EntityDirectory.IsQid(id))
                throw RequestErrors.InvalidArgument(field, $"'{id}' is not of the form Q7747");
        }

        return entity;
    }

    internal static Tenure CheckTenure(Tenure? tenure)
    {
        if (tenure is null)
            throw RequestErrors.InvalidArgument("tenure", "is required");
        CheckName("tenure.office", tenure.Office);
        if (!PartialDate.TryParse(tenure.Start, out var start))
            throw RequestErrors.InvalidArgument("tenure.start", $"'{tenure.Start}' is no date of the form 2025-09-04, 2025-09 or 2025");
        if (tenure.End.Length == 0)
            return tenure;
        if (!PartialDate.TryParse(tenure.End, out var end))
            throw RequestErrors.InvalidArgument("tenure.end", $"'{tenure.End}' is no date of the form 2025-09-04, 2025-09 or 2025");
        return end.DayAfter > start.FirstDay ? tenure
            : throw RequestErrors.InvalidArgument("tenure.end", $"{tenure.End} is before the start {tenure.Start}");
    }

    internal static void CheckSuccessors(IReadOnlyList<string> names, int fewest)
    {
        if (names.Count < fewest)
            throw RequestErrors.InvalidArgument("names", $"has {names.Count} entries, at least {fewest} are needed");
        CheckCount("names", names.Count, MostSuccessors);
        for (var i = 0; i < names.Count; i++)
            CheckName($"names[{i}]", names[i]);
    }

    internal static OwnEntity ToOwn(Entity entity, string id) => new(
        id, (Resolution.EntityType)entity.Type, entity.Name, entity.Description, [.. entity.Aliases],
        [.. entity.ExternalIds.Where(pair => pair.Key != EntityMapping.Wikidata).Select(pair => $"{pair.Key}:{pair.Value}")]);

    internal static RpcException ToError(LedgerConflictException refused) => RequestErrors.FailedPrecondition(
        "JUDGEMENT_CONFLICT",
        refused.Conflict?.Earlier is { } earlier
            ? $"{refused.Message} ({earlier.Kind} of {string.Join(", ", earlier.Ids)} by {earlier.Author} at {earlier.Time:yyyy-MM-ddTHH:mm:ss.fffZ}"
                + (earlier.Reason.Length > 0 ? $": {earlier.Reason})" : ")")
            : refused.Message);

    private static void CheckLength(string field, string text, int most)
    {
        if (Encoding.UTF8.GetByteCount(text) > most)
            throw RequestErrors.ResourceExhausted(field, $"is over {most} bytes of UTF-8");
    }

    private static void CheckCount(string field, int count, int most)
    {
        if (count > most)
            throw RequestErrors.ResourceExhausted(field, $"has {count} entries, the limit is {most}");
    }
}

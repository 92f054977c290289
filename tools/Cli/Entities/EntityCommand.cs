using System.CommandLine;
using EntityRes.Client;
using EntityRes.V1;

namespace EntityRes.Cli.Entities;

/// <summary><c>entity get|search|merge|add-alias</c>: reads and changes what a running resolver, and so every replica, knows.</summary>
internal static class EntityCommand
{
    private const int MostResults = 10_000;

    internal static Command Create()
    {
        var resolver = new ResolverOptionSet();
        var command = new Command("entity", "Reads and changes the entities of a running resolver.")
        {
            CreateGet(resolver), CreateSearch(resolver), CreateMerge(resolver), CreateAddAlias(resolver),
        };
        resolver.AddTo(command);
        return command;
    }

    private static Command CreateGet(ResolverOptionSet resolver)
    {
        var id = new Argument<string>("ID") { Description = "Canonical id, or one that was merged." };
        var history = new Option<bool>("--history") { Description = "Add who changed what, and where a minted entity was seen." };
        var command = new Command("get", "Shows the entity behind an id.") { id, history };
        ShowsEntity(command, resolver, async (parsed, client, cancellationToken) => await client.Resolution.GetEntityAsync(
            new GetEntityRequest { Id = parsed.GetRequiredValue(id), IncludeHistory = parsed.GetValue(history) }, cancellationToken: cancellationToken));
        return command;
    }

    private static Command CreateSearch(ResolverOptionSet resolver)
    {
        var text = new Argument<string>("TEXT") { Description = "A name in any spelling." };
        var types = new Option<EntityType[]>("--type") { Description = "Only entities of this type; may be repeated." };
        var limit = new Option<int>("--limit") { Description = $"Results, 1 to {MostResults}.", DefaultValueFactory = _ => 10 };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostResults)
                result.AddError($"--limit: not a number from 1 to {MostResults}");
        });
        var command = new Command("search", "Finds entities by name, best match first.") { text, types, limit };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var results = await resolver.CallAsync(parsed, async client => await client
                .SearchAsync(parsed.GetRequiredValue(text), parsed.GetValue(types), cancellationToken)
                .Take(parsed.GetValue(limit)).ToListAsync(cancellationToken));
            resolver.Output(parsed).Write(results);
            return 0;
        });
        return command;
    }

    private static Command CreateMerge(ResolverOptionSet resolver)
    {
        var from = new Argument<string>("FROM") { Description = "The id that gives way." };
        var into = new Argument<string>("INTO") { Description = "The id that stays." };
        var author = Author();
        var reason = new Option<string>("--reason") { Description = "Why, for the history.", DefaultValueFactory = _ => "" };
        var command = new Command("merge", "Declares one entity to be another, for ever.") { from, into, author, reason };
        ShowsEntity(command, resolver, async (parsed, client, cancellationToken) => await client.Catalogue.MergeEntitiesAsync(
            new MergeEntitiesRequest
            {
                Id = parsed.GetRequiredValue(from),
                Into = parsed.GetRequiredValue(into),
                Author = parsed.GetRequiredValue(author),
                Reason = parsed.GetRequiredValue(reason),
            },
            cancellationToken: cancellationToken));
        return command;
    }

    private static Command CreateAddAlias(ResolverOptionSet resolver)
    {
        var id = new Argument<string>("ID") { Description = "Canonical id." };
        var alias = new Argument<string>("ALIAS") { Description = "The name to add." };
        var author = Author();
        var command = new Command("add-alias", "Adds a name to an entity.") { id, alias, author };
        ShowsEntity(command, resolver, async (parsed, client, cancellationToken) => await client.Catalogue.AddAliasAsync(
            new AddAliasRequest
            {
                Id = parsed.GetRequiredValue(id),
                Alias = parsed.GetRequiredValue(alias),
                Author = parsed.GetRequiredValue(author),
            },
            cancellationToken: cancellationToken));
        return command;
    }

    // One call that answers with an entity, which is shown.
    private static void ShowsEntity(
        Command command, ResolverOptionSet resolver, Func<ParseResult, EntityResClient, CancellationToken, Task<Entity>> call) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            resolver.Output(parsed).Write(await resolver.CallAsync(parsed, client => call(parsed, client, cancellationToken)));
            return 0;
        });

    private static Option<string> Author() => new("--author")
    {
        Description = "Who does it, for the history. Default: the user's name.",
        DefaultValueFactory = _ => Environment.UserName,
    };
}

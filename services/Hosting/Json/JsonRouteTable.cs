using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EntityRes.Hosting.Json;

/// <summary>All JSON routes of a host, made when the first one is looked for.</summary>
/// <remarks>Thread-safe once the host has started.</remarks>
internal sealed class JsonRouteTable
{
    private readonly List<Func<IEnumerable<JsonRoute>>> _services = [];
    private readonly Lazy<JsonRoute[]> _routes;

    public JsonRouteTable() =>
        _routes = new Lazy<JsonRoute[]>(() => [.. _services.SelectMany(routesOf => routesOf()).OrderBy(route => route.Precedence)]);

    /// <summary>Adds the routes of a service.</summary>
    /// <param name="routesOf">Makes them; called once, at the first look-up.</param>
    internal void Add(Func<IEnumerable<JsonRoute>> routesOf) => _services.Add(routesOf);

    /// <summary>The routes that a path fits, the most exact first, each with what the path gives.</summary>
    internal List<(JsonRoute Route, RouteValueDictionary Values)> Find(PathString path)
    {
        var found = new List<(JsonRoute, RouteValueDictionary)>();
        foreach (var route in _routes.Value)
        {
            if (route.TryMatch(path) is { } values)
                found.Add((route, values));
        }

        return found;
    }
}

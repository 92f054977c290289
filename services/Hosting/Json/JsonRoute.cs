using Google.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Endpoint = Microsoft.AspNetCore.Http.Endpoint;

namespace EntityRes.Hosting.Json;

/// <summary>One JSON route: a method and path of HTTP, and what answers there.</summary>
internal sealed class JsonRoute
{
    private readonly TemplateMatcher _matcher;

    /// <summary>Reads a rule.</summary>
    /// <param name="rule">The rule of an RPC: GET, whose query gives the request, or POST, whose body does; the path may give fields.</param>
    /// <param name="call">What answers.</param>
    /// <exception cref="NotSupportedException">The rule is of another form.</exception>
    internal JsonRoute(HttpRule rule, JsonCall call)
    {
        (HttpMethod, var path) = rule switch
        {
            { PatternCase: HttpRule.PatternOneofCase.Get, Body: "", AdditionalBindings.Count: 0 } => (HttpMethods.Get, rule.Get),
            { PatternCase: HttpRule.PatternOneofCase.Post, Body: "*", AdditionalBindings.Count: 0 } => (HttpMethods.Post, rule.Post),
            _ => throw new NotSupportedException($"no JSON route can be made of {rule}"),
        };
        if (path.AsSpan().ContainsAny('*', '='))
            throw new NotSupportedException($"no JSON route can be made of the path {path}");
        var template = TemplateParser.Parse(path);
        _matcher = new TemplateMatcher(template, []);
        Precedence = RoutePrecedence.ComputeInbound(template);
        Endpoint = new RouteEndpoint(
            call.AnswerAsync, template.ToRoutePattern(), order: 0, new EndpointMetadataCollection(call.Metadata), $"JSON - {HttpMethod} {path}");
    }

    /// <summary><c>GET</c> or <c>POST</c>.</summary>
    internal string HttpMethod { get; }

    /// <summary>The less, the more exact.</summary>
    internal decimal Precedence { get; }

    /// <summary>What answers.</summary>
    internal Endpoint Endpoint { get; }

    /// <summary>What the path gives; null when it does not fit.</summary>
    internal RouteValueDictionary? TryMatch(PathString path)
    {
        var values = new RouteValueDictionary();
        return _matcher.TryMatch(path, values) ? values : null;
    }
}

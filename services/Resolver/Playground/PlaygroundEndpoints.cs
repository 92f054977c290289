using System.Text.Json.Nodes;
using EntityRes.Hosting;
using EntityRes.Hosting.Json;
using Microsoft.Net.Http.Headers;

namespace EntityRes.Resolver.Playground;

/// <summary>The page at <c>/</c> and its files, out of the assembly.</summary>
internal static class PlaygroundEndpoints
{
    // Nothing from elsewhere, nothing inline, no frame around it: what a text contains cannot run or call home.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string StartPage = "index.html";

    internal static void MapPlayground(this WebApplication app)
    {
        app.MapGet("/", context => WriteAsync(context, PlaygroundFiles.Find(StartPage)));
        app.MapGet("/playground/service.json", () =>
            new JsonObject { ["grpcPort"] = app.GrpcAddress().Port, ["build"] = ServiceHost.BuildVersion }.ToAnswer());
        app.MapGet("/playground/{**path}", (HttpContext context, string path) => WriteAsync(context, PlaygroundFiles.Find(path)));
    }

    private static async Task WriteAsync(HttpContext context, PlaygroundFile? file)
    {
        var response = context.Response;
        if (file is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-cache"; // asked for again, answered 304
        response.Headers.ETag = file.ETag;
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(EntityTagHeaderValue.Parse(file.ETag), useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = file.ContentType;
        response.ContentLength = file.Content.Length;
        await response.Body.WriteAsync(file.Content, context.RequestAborted);
    }
}

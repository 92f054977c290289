using System.Text.Json.Nodes;
using EntityRes.Hosting;
using EntityRes.Hosting.Json;

namespace EntityRes.Resolver.Reconciliation;

/// <summary>What the reconciliation service says about itself.</summary>
internal static class ReconciliationManifest
{
    private const int PreviewWidth = 380; // pixels
    private const int PreviewHeight = 180;

    /// <summary>The manifest, version 0.2.</summary>
    /// <param name="address">Where the caller reached the service: <c>http://127.0.0.1:8082</c>.</param>
    internal static JsonObject At(string address) => new()
    {
        ["versions"] = new JsonArray("0.2"),
        ["name"] = $"EntityRes {ServiceHost.BuildVersion}",
        ["identifierSpace"] = "http://www.wikidata.org/entity/", // a minted id begins with er: and is in no other system
        ["schemaSpace"] = "urn:entityres:v1:EntityType",
        ["defaultTypes"] = ReconciliationTypes.All.Select(type => type.ToJson()).ToJsonArray(),
        ["view"] = new JsonObject { ["url"] = $"{address}/reconcile/preview?id={{{{id}}}}" },
        ["preview"] = new JsonObject { ["url"] = $"{address}/reconcile/preview?id={{{{id}}}}", ["width"] = PreviewWidth, ["height"] = PreviewHeight },
        ["suggest"] = new JsonObject
        {
            ["entity"] = new JsonObject { ["service_url"] = address, ["service_path"] = "/reconcile/suggest/entity" },
            ["type"] = new JsonObject { ["service_url"] = address, ["service_path"] = "/reconcile/suggest/type" },
        },
    };
}

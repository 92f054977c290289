using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EntityRes.Hosting;
using EntityRes.Resolver;
using EntityRes.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Http;

namespace EntityRes.Services.Tests.Security;

public class AdminAccessTests
{
    private const string Token = "correct horse battery";

    [Theory]
    [InlineData("Bearer correct horse battery")]
    [InlineData("bearer correct horse battery")]
    public void The_token_lets_any_caller_pass(string header) =>
        new AdminAccess(Token).Demand(Call("203.0.113.7", "resolver.example", ("Authorization", header)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer ")]
    [InlineData("Bearer correct horse batter")]
    [InlineData("Bearer correct horse battery ")]
    [InlineData("Basic correct horse battery")]
    [InlineData("correct horse battery")]
    public void Without_the_token_nobody_passes_not_even_from_this_machine(string? header)
    {
        var call = header is null ? Call("127.0.0.1", "localhost") : Call("127.0.0.1", "localhost", ("Authorization", header));
        AssertRefused(StatusCode.Unauthenticated, "ADMIN_TOKEN_REQUIRED", () => new AdminAccess(Token).Demand(call));
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("127.0.0.9", "localhost")]
    [InlineData("::1", "[::1]")]
    [InlineData("::ffff:127.0.0.1", "LOCALHOST")]
    public void With_no_token_configured_this_machine_passes(string caller, string host) =>
        new AdminAccess("").Demand(Call(caller, host));

    [Theory]
    [InlineData("203.0.113.7", "localhost", null, "from elsewhere")]
    [InlineData("::ffff:203.0.113.7", "localhost", null, "from elsewhere, IPv4 in IPv6")]
    [InlineData(null, "localhost", null, "no address known")]
    [InlineData("127.0.0.1", "evil.example", null, "a page whose name points here")]
    [InlineData("127.0.0.1", "", null, "no host named")]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-For", "through a proxy")]
    [InlineData("127.0.0.1", "localhost", "Forwarded", "through a proxy")]
    public void With_no_token_configured_nobody_else_passes(string? caller, string host, string? header, string why)
    {
        var call = header is null ? Call(caller, host) : Call(caller, host, (header, "for=203.0.113.7"));
        AssertRefused(StatusCode.PermissionDenied, "ADMIN_FROM_LOOPBACK_ONLY", () => new AdminAccess(null).Demand(call), why);
    }

    [Fact]
    public async Task A_resolver_with_a_token_demands_it_on_grpc_and_json()
    {
        await using var resolver = await ResolverHost.BuildAsync([.. RunningServices.FreePorts, $"--AdminToken={Token}"]);
        await resolver.StartAsync();
        using var channel = GrpcChannel.ForAddress(resolver.GrpcAddress());
        var client = new CatalogueService.CatalogueServiceClient(channel);

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await client.UpsertEntityAsync(new UpsertEntityRequest()));
        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
        Assert.Equal("ADMIN_TOKEN_REQUIRED", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        using var watch = client.WatchChanges(new WatchChangesRequest());
        var unwatched = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext(default));
        Assert.Equal(StatusCode.Unauthenticated, unwatched.StatusCode);
        var admitted = await Assert.ThrowsAsync<RpcException>(async () => await client.UpsertEntityAsync(
            new UpsertEntityRequest(), new Metadata { { "authorization", $"Bearer {Token}" } }));
        Assert.NotEqual(StatusCode.Unauthenticated, admitted.StatusCode);

        using var http = new HttpClient { BaseAddress = resolver.HttpAddress() };
        using var answer = await http.PostAsJsonAsync("/v1/entities", new { });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("ADMIN_TOKEN_REQUIRED", json.GetProperty("details")[0].GetProperty("reason").GetString());
    }

    private static DefaultHttpContext Call(string? caller, string host, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = caller is null ? null : IPAddress.Parse(caller);
        context.Request.Host = new HostString(host);
        foreach (var (name, value) in headers)
            context.Request.Headers[name] = value;
        return context;
    }

    private static void AssertRefused(StatusCode status, string reason, Action demand, string why = "")
    {
        var refused = Assert.Throws<RpcException>(demand);
        Assert.True(status == refused.StatusCode, $"{refused.StatusCode}: {why}");
        Assert.Equal(reason, refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }
}

using System.Net;
using EntityRes.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EntityRes.Services.Tests.Clients;

/// <summary>A server of two of the services that refuses its first calls as a service does that is not there, and counts all.</summary>
internal sealed class ScriptedResolver : IAsyncDisposable
{
    private readonly WebApplication _host;
    private int _refusals;
    private int _calls;

    private ScriptedResolver(int refusals)
    {
        _refusals = refusals;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Logging.ClearProviders();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(this).AddSingleton<Reading>().AddSingleton<Changing>();
        _host = builder.Build();
        _host.MapGrpcService<Reading>();
        _host.MapGrpcService<Changing>();
    }

    internal int Calls => Volatile.Read(ref _calls);

    internal string? Authorization { get; private set; }

    internal TimeSpan? TimeLeft { get; private set; }

    internal Uri Address => new(_host.Urls.Single());

    internal static async Task<ScriptedResolver> StartAsync(int refusals)
    {
        var server = new ScriptedResolver(refusals);
        await server._host.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Task<Entity> Answer(string id, ServerCallContext context)
    {
        Interlocked.Increment(ref _calls);
        Authorization = context.RequestHeaders.GetValue("authorization");
        TimeLeft = context.Deadline == DateTime.MaxValue ? null : context.Deadline - DateTime.UtcNow;
        return Interlocked.Decrement(ref _refusals) >= 0
            ? throw new RpcException(new Status(StatusCode.Unavailable, "not there"))
            : Task.FromResult(new Entity { Id = id });
    }

    private sealed class Reading(ScriptedResolver server) : ResolutionService.ResolutionServiceBase
    {
        public override Task<Entity> GetEntity(GetEntityRequest request, ServerCallContext context) => server.Answer(request.Id, context);
    }

    private sealed class Changing(ScriptedResolver server) : CatalogueService.CatalogueServiceBase
    {
        public override Task<Entity> AddAlias(AddAliasRequest request, ServerCallContext context) => server.Answer(request.Id, context);
    }
}

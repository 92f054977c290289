using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EntityRes.Hosting;
using EntityRes.Hosting.Json;
using EntityRes.Services.Tests.Situations;
using EntityRes.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace EntityRes.Services.Tests.Json;

/// <summary>What a service sees of a JSON call, and what becomes of one that fails.</summary>
public class JsonCallTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Protobufs_descriptors_are_asked_for_by_the_first_json_call_only()
    {
        var asked = 0;
        await using var host = await StartAsync(new Seeing(_ => new ExtractResponse()), () => asked++);
        using var channel = GrpcChannel.ForAddress(host.GrpcAddress());
        await new ExtractionService.ExtractionServiceClient(channel).ExtractAsync(new ExtractRequest());
        Assert.Equal(0, asked);
        using var http = new HttpClient { BaseAddress = host.HttpAddress() };
        for (var call = 0; call < 2; call++)
        {
            using var answer = await http.PostJsonAsync("/v1/extract", "{}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_handler_sees_method_headers_and_the_http_call()
    {
        await using var host = await StartAsync(new Seeing(context => new ExtractResponse
        {
            DocumentId = $"{context.Method} {context.GetHttpContext().Request.Path} {context.RequestHeaders.GetValue("x-tenant")} {context.Deadline.Year}",
        }));
        using var http = new HttpClient { BaseAddress = host.HttpAddress(), DefaultRequestHeaders = { { "x-tenant", "a" } } };
        using var answer = await http.PostJsonAsync("/v1/extract", "{}");
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("/entityres.v1.ExtractionService/Extract /v1/extract a 9999", json.GetProperty("documentId").GetString());
    }

    [Fact]
    public async Task A_handler_that_fails_is_answered_without_telling_why()
    {
        await using var host = await StartAsync(new Seeing(_ => throw new InvalidOperationException("secret")));
        using var http = new HttpClient { BaseAddress = host.HttpAddress() };
        using var answer = await http.PostJsonAsync("/v1/extract", "{}");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Contains("\"code\":2", body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
        Assert.Contains(
            "entityres_call_duration_count{method=\"/entityres.v1.ExtractionService/Extract\",status=\"UNKNOWN\"} 1",
            await http.GetStringAsync(new Uri("/metrics", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_has_no_space_but_those_of_its_texts()
    {
        const string id = """ a \"b\\" \\\" : { } """;
        await using var host = await StartAsync(new Seeing(_ => new ExtractResponse { DocumentId = id }));
        using var http = new HttpClient { BaseAddress = host.HttpAddress() };
        using var answer = await http.PostJsonAsync("/v1/extract", "{}");
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal($"{{\"documentId\":{JsonSerializer.Serialize(id, Readable)},\"mentions\":[],\"chains\":[],\"warnings\":[]}}", body);
    }

    [Theory]
    [InlineData(StatusCode.DeadlineExceeded, 504)]
    [InlineData(StatusCode.Unimplemented, 501)]
    [InlineData(StatusCode.Aborted, 409)]
    [InlineData(StatusCode.Internal, 500)]
    public async Task A_status_without_details_has_its_http_code(StatusCode status, int http)
    {
        await using var host = await StartAsync(new Seeing(_ => throw new RpcException(new Status(status, "why"))));
        using var client = new HttpClient { BaseAddress = host.HttpAddress() };
        using var answer = await client.PostJsonAsync("/v1/extract", "{}");
        Assert.Equal(http, (int)answer.StatusCode);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)status, json.GetProperty("code").GetInt32());
        Assert.Equal("why", json.GetProperty("message").GetString());
    }

    private static async Task<WebApplication> StartAsync(Seeing service, Action? asked = null)
    {
        var builder = ServiceHost.CreateBuilder(RunningServices.FreePorts, new ServiceOptions(), "test");
        builder.Services.AddSingleton(service);
        builder.Services.AddHealth();
        var host = builder.Build();
        host.MapGrpcService<Seeing>();
        host.MapJson<Seeing>(
            () =>
            {
                asked?.Invoke();
                return ExtractionService.Descriptor;
            },
            ExtractionService.BindService);
        host.MapCommon();
        await host.StartAsync();
        return host;
    }

    internal sealed class Seeing(Func<ServerCallContext, ExtractResponse> answer) : ExtractionService.ExtractionServiceBase
    {
        public override Task<ExtractResponse> Extract(ExtractRequest request, ServerCallContext context) => Task.FromResult(answer(context));
    }
}

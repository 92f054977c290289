using System.Net;
using System.Text;
using CsCheck;
using EntityRes.Services.Tests.Situations;
using EntityRes.V1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace EntityRes.Services.Tests.Fuzz;

/// <summary>Bytes that no client of ours would send: a typed answer each, and a service that goes on.</summary>
[Collection(RunningServicesGroup.Name)]
public class WireFuzzTests(RunningServices services)
{
    private const int Samples = 300;

    private static readonly Document Document = new() { Id = "d1", Text = "Zoë 😀 met Angela Merkel in Łódź.", DocumentDate = "2025-09-04", Language = "en" };

    private static readonly (string Service, string Method, string Route, IMessage Valid)[] Calls =
    [
        ("ExtractionService", "Extract", "/v1/extract", new ExtractRequest { Document = Document, Kinds = { MentionKind.Named } }),
        ("ResolutionService", "Annotate", "/v1/annotate", new AnnotateRequest { Document = Document, Options = new ResolveOptions { Explain = true } }),
        ("ResolutionService", "Resolve", "/v1/resolve", new ResolveRequest
        {
            Document = Document,
            Mentions = { new Mention { Start = 11, End = 24, Text = "Angela Merkel", Type = EntityType.Person } },
            Chains = { new Chain { Mentions = { 0 } } },
            Options = new ResolveOptions { MaxCandidates = 3, Mint = false },
        }),
        ("ResolutionService", "BatchGetEntities", "/v1/entities:batchGet", new BatchGetEntitiesRequest { Ids = { "Q7747", "er:0123456789abcdef" } }),
        ("ResolutionService", "SearchEntities", "", new SearchEntitiesRequest { Q = "Putin", PageSize = 3, Types_ = { EntityType.Person } }),
        ("ResolutionService", "GetEntity", "", new GetEntityRequest { Id = "Q7747" }),
    ];

    private static readonly StatusCode[] Typed =
        [StatusCode.OK, StatusCode.InvalidArgument, StatusCode.NotFound, StatusCode.ResourceExhausted];

    private static readonly HttpStatusCode[] TypedHttp =
        [HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests];

    // Where to damage, how, and what to put there.
    private static readonly Gen<(double At01, int How, byte With)[]> Damages =
        Gen.Select(Gen.Double.Unit, Gen.Int[0, 3], Gen.Byte).Array[1, 5];

    [Fact]
    public void Any_protobuf_bytes_have_a_typed_answer() =>
        Gen.Select(Gen.Int[0, Calls.Length - 1], Damages).Sample(
            (call, damages) =>
            {
                var (service, method, _, valid) = Calls[call];
                var status = Send(service, method, Damage(valid.ToByteArray(), damages));
                Assert.Contains(status, Typed);
            },
            iter: Samples, threads: 2);

    [Fact]
    public void Any_json_has_a_typed_answer() =>
        Gen.Select(Gen.Int[0, 3], Damages).Sample(
            (call, damages) =>
            {
                var (service, _, route, valid) = Calls[call];
                var body = Damage(Encoding.UTF8.GetBytes(JsonFormatter.Default.Format(valid)), damages);
                using var content = new ByteArrayContent(body) { Headers = { { "content-type", "application/json" } } };
                var client = service == "ExtractionService" ? services.ExtractorHttp : services.ResolverHttp;
                using var answer = client.PostAsync(new Uri(route, UriKind.Relative), content).GetAwaiter().GetResult();
                Assert.Contains(answer.StatusCode, TypedHttp);
            },
            iter: Samples, threads: 2);

    [Theory]
    [InlineData("{\"document\":{\"text\":\"\\udc00\"}}")]
    [InlineData("{\"mentions\":[{\"text\":\"x\",\"start\":2147483648}]}")]
    [InlineData("{\"mentions\":[{\"text\":\"x\",\"start\":1e400}]}")]
    [InlineData("{\"options\":null,\"document\":null}")]
    public async Task Json_at_its_edges_has_a_typed_answer(string body)
    {
        using var answer = await services.ResolverHttp.PostJsonAsync("/v1/resolve", body);
        Assert.Contains(answer.StatusCode, TypedHttp);
    }

    [Fact]
    public async Task Deeply_nested_json_is_refused()
    {
        using var answer = await services.ResolverHttp.PostJsonAsync(
            "/v1/resolve", string.Concat(Enumerable.Repeat("{\"document\":", 50_000)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private StatusCode Send(string service, string method, byte[] request)
    {
        GrpcChannel channel = service == "ExtractionService" ? services.Extractor : services.Resolver;
        var bytes = Marshallers.Create(sent => sent, received => received);
        var rpc = new Method<byte[], byte[]>(MethodType.Unary, $"entityres.v1.{service}", method, bytes, bytes);
        try
        {
            channel.CreateCallInvoker().BlockingUnaryCall(rpc, host: null, default, request);
            return StatusCode.OK;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode;
        }
    }

    private static byte[] Damage(byte[] valid, (double At01, int How, byte With)[] damages)
    {
        var bytes = valid.ToList();
        foreach (var (at01, how, with) in damages)
        {
            var at = Math.Min((int)(at01 * bytes.Count), bytes.Count - 1);
            if (at < 0)
                break;
            switch (how)
            {
                case 0: bytes[at] ^= (byte)(1 << (with % 8)); break;
                case 1: bytes[at] = with; break;
                case 2: bytes.Insert(at, with); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }
}

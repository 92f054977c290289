using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Grpc.Reflection.V1Alpha;

namespace EntityRes.Services.Tests;

[Collection(RunningServicesGroup.Name)]
public class StandardServicesTests(RunningServices services)
{
    [Theory]
    [InlineData(true, "")]
    [InlineData(true, "entityres.v1.ExtractionService")]
    [InlineData(false, "")]
    [InlineData(false, "entityres.v1.ResolutionService")]
    [InlineData(false, "entityres.v1.CatalogueService")]
    public async Task Health_is_serving(bool isExtractor, string service)
    {
        var client = new Health.HealthClient(Channel(isExtractor));
        var answer = await client.CheckAsync(new HealthCheckRequest { Service = service });
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, answer.Status);
    }

    [Fact]
    public async Task Health_of_an_unknown_service_is_not_found()
    {
        var client = new Health.HealthClient(services.Resolver);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await client.CheckAsync(new HealthCheckRequest { Service = "x" }));
        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
    }

    [Theory]
    [InlineData(true, "entityres.v1.ExtractionService")]
    [InlineData(false, "entityres.v1.ResolutionService")]
    [InlineData(false, "entityres.v1.CatalogueService")]
    public async Task Reflection_lists_the_services(bool isExtractor, string service)
    {
        using var stream = new ServerReflection.ServerReflectionClient(Channel(isExtractor)).ServerReflectionInfo();
        await stream.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
        await stream.RequestStream.CompleteAsync();
        Assert.True(await stream.ResponseStream.MoveNext(default));
        Assert.Contains(service, stream.ResponseStream.Current.ListServicesResponse.Service.Select(listed => listed.Name));
    }

    private GrpcChannel Channel(bool isExtractor) => isExtractor ? services.Extractor : services.Resolver;
}

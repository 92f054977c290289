using System.Net;
using EntityRes.V1;
using Google.Rpc;

namespace EntityRes.Services.Tests.Situations;

[Collection(RunningServicesGroup.Name)]
public class NotFoundTests(RunningServices services)
{
    [Theory]
    [InlineData("Q999999999")]
    [InlineData("er:0000000000000000")]
    public async Task An_unknown_entity_id_is_not_found(string id)
    {
        var client = new ResolutionService.ResolutionServiceClient(services.Resolver);
        var refused = await BothWires.RefusedAsync(
            () => client.GetEntityAsync(new GetEntityRequest { Id = id }).ResponseAsync,
            () => services.ResolverHttp.GetAsync(new Uri($"/v1/entities/{id}", UriKind.Relative)), HttpStatusCode.NotFound);
        Assert.Equal((int)Code.NotFound, refused.Code);
        Assert.Equal(("entityres", "ENTITY_NOT_FOUND"), (refused.GetDetail<ErrorInfo>()!.Domain, refused.GetDetail<ErrorInfo>()!.Reason));
    }
}

using EntityRes.V1;

namespace EntityRes.Resolver;

/// <summary>The RPCs that change the shared state. None is served yet: all answer UNIMPLEMENTED.</summary>
internal sealed class CatalogueGrpcService : CatalogueService.CatalogueServiceBase;

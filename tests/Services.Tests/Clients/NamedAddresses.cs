using Grpc.Net.Client.Balancer;

namespace EntityRes.Services.Tests.Clients;

/// <summary>A name service that knows one answer to every name.</summary>
internal sealed class NamedAddresses(params Uri[] addresses) : ResolverFactory
{
    public override string Name => "dns";

    public override Grpc.Net.Client.Balancer.Resolver Create(ResolverOptions options) => new Answer(addresses);

    private sealed class Answer(Uri[] addresses) : Grpc.Net.Client.Balancer.Resolver
    {
        public override void Start(Action<ResolverResult> listener) =>
            listener(ResolverResult.ForResult([.. addresses.Select(address => new BalancerAddress(address.Host, address.Port))]));
    }
}

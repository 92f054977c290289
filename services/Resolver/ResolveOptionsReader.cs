using EntityRes.Hosting;
using EntityRes.V1;

namespace EntityRes.Resolver;

/// <summary>Checks the options of a request.</summary>
internal static class ResolveOptionsReader
{
    /// <summary>Fills in the defaults.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: an option is out of range; names it.</exception>
    internal static ResolveOptions Read(ResolveOptions? given)
    {
        var options = given?.Clone() ?? new ResolveOptions();
        MentionKinds.Read("options.kinds", options.Kinds);
        if (options.MaxCandidates is < 0 or > Limits.Candidates)
            throw RequestErrors.InvalidArgument(
                "options.max_candidates", $"{options.MaxCandidates} is not from 0 to {Limits.Candidates}");
        if (!options.HasMint)
            options.Mint = true;
        return options;
    }
}

using Microsoft.Extensions.Options;

namespace EntityRes.Resolver;

/// <summary>Checks <see cref="ResolverOptions"/> as their attributes say; generated.</summary>
[OptionsValidator]
internal sealed partial class ResolverOptionsValidator : IValidateOptions<ResolverOptions>;

using Microsoft.Extensions.Options;

namespace EntityRes.Hosting;

/// <summary>Checks <see cref="ServiceOptions"/> as their attributes say; generated.</summary>
[OptionsValidator]
internal sealed partial class ServiceOptionsValidator : IValidateOptions<ServiceOptions>;

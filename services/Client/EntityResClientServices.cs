using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EntityRes.Client;

/// <summary>Puts the client among an application's services.</summary>
public static class EntityResClientServices
{
    /// <summary>Adds one <see cref="EntityResClient"/> for the whole application; the container closes it at its end.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="configure">Sets addresses, timeout and token. An option out of its range is an error when the client is first asked for.</param>
    public static IServiceCollection AddEntityResClient(this IServiceCollection services, Action<EntityResClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(configure);
        services.TryAddSingleton(provider => new EntityResClient(
            provider.GetRequiredService<IOptions<EntityResClientOptions>>().Value, provider.GetService<ILoggerFactory>()));
        return services;
    }
}

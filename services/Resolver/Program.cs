using EntityRes.Hosting;
using EntityRes.Resolver;

if (args.Contains(HealthProbe.Switch))
    return await HealthProbe.RunAsync(ResolverHost.OptionsOf(args));
await using var app = await ResolverHost.BuildAsync(args);
await app.RunAsync();
return 0;

using EntityRes.Extractor;
using EntityRes.Hosting;

if (args.Contains(HealthProbe.Switch))
    return await HealthProbe.RunAsync(ExtractorHost.OptionsOf(args));
await using var app = ExtractorHost.Build(args);
await app.RunAsync();
return 0;

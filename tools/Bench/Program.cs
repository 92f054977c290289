using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using EntityRes.Bench;

// `generate`, `lookups`, `speed` and `identity` are commands; everything else goes to BenchmarkDotNet.
if (args is not ["generate" or "lookups" or "speed" or "identity", ..])
{
    // In this process: a build of its own would not find the project, whose assembly has another name.
    var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    BenchmarkSwitcher.FromAssembly(typeof(SyntheticDump).Assembly).Run(args, config);
    return 0;
}

var entities = new Option<int>("--entities") { Description = "How many entities.", DefaultValueFactory = _ => 2_000_000 };
var output = new Option<string>("--out") { Description = "The dump to write.", Required = true };
var generate = new Command("generate", "Writes a made-up Wikidata dump of the true shape; the same number gives the same bytes.") { entities, output };
generate.SetAction(parsed => SyntheticDump.Write(parsed.GetRequiredValue(output), parsed.GetRequiredValue(entities)));

var catalogue = new Argument<string>("CATALOGUE") { Description = "A compiled catalogue." };
var lookups = new Command("lookups", "Measures opening and looking up in a catalogue of any size.") { catalogue };
lookups.SetAction(parsed => LookupTimes.Measure(parsed.GetRequiredValue(catalogue)));

var texts = new Argument<string[]>("FILE") { Description = "Texts, one document each; none = the articles of the project, repeated.", Arity = ArgumentArity.ZeroOrMore };
var speed = new Command("speed", "Measures extraction and resolution by processor time.") { texts };
speed.SetAction(parsed =>
{
    ExtractionTimes.Measure(
        ExtractionBenchmarks.ShippedTagger(),
        parsed.GetValue(texts) is { Length: > 0 } files ? [.. files.Select(File.ReadAllText)] : [.. Enumerable.Repeat(Articles.All, 100).SelectMany(articles => articles)],
        Console.Out);
    ResolutionTimes.Measure(Console.Out);
});
var redis = new Option<string?>("--redis") { Description = "StackExchange.Redis connection string of an empty server; none = the embedded store in a file of its own." };
var names = new Option<int>("--names") { Description = "How many names to mint.", DefaultValueFactory = _ => 1_000_000 };
var identity = new Command("identity", "Measures minting, what it takes in memory, and how late another replica sees a change.") { redis, names };
identity.SetAction(parsed => IdentityTimes.MeasureAsync(parsed.GetValue(redis), parsed.GetValue(names), Console.Out));
return new RootCommand("Benchmarks.") { generate, lookups, speed, identity }.Parse(args).Invoke();

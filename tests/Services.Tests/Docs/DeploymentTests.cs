using System.Globalization;
using System.Text.RegularExpressions;
using EntityRes.Extractor;
using EntityRes.Hosting;
using EntityRes.Resolver;
using YamlDotNet.RepresentationModel;

namespace EntityRes.Services.Tests.Docs;

/// <summary>What stands in for running Docker and Kubernetes: the files that documents name agree with the code and with each other.</summary>
public class DeploymentTests
{
    private static readonly string[] ComposeFile = ["docker-compose.yml"];
    private static readonly string[] Manifest = ["docs", "kubernetes", "entityres.yaml"];
    private static readonly ServiceOptions Extractor = ExtractorHost.OptionsOf([]);
    private static readonly ServiceOptions Resolver = ResolverHost.OptionsOf([]);

    [Fact]
    public void Compose_publishes_the_ports_of_the_services_on_this_machine_only()
    {
        var services = Read(ComposeFile)[0]["services"];
        foreach (var (name, options) in new[] { ("extractor", Extractor), ("resolver", Resolver) })
        {
            var ports = ((YamlSequenceNode)services[name]["ports"]).Select(port => port.ToString());
            Assert.Equal([$"127.0.0.1:{options.GrpcPort}:{options.GrpcPort}", $"127.0.0.1:{options.HttpPort}:{options.HttpPort}"], ports);
            Assert.Equal("true", services[name]["read_only"].ToString());
            Assert.Equal("[ ALL ]", services[name]["cap_drop"].ToString());
            Assert.True(File.Exists(RepositoryRoot.PathOf(services[name]["build"]["dockerfile"].ToString().Split('/'))));
            Assert.Equal([], ((YamlMappingNode)services[name]["environment"]).Children.Keys.Select(variable => variable.ToString()).Where(variable => !DocumentFactsTests.IsSetting(variable)));
        }

        Assert.Equal($"http://extractor:{Extractor.GrpcPort}", services["resolver"]["environment"]["ENTITYRES_EXTRACTOR_URL"].ToString());
        Assert.Contains("redis", ((YamlMappingNode)services).Children.Keys.Select(name => name.ToString()));
    }

    [Fact]
    public void The_manifest_has_the_ports_probes_and_variables_of_the_services()
    {
        var pod = Of("Deployment")["spec"]["template"]["spec"];
        CheckContainer(((YamlSequenceNode)pod["initContainers"]).Single(), Extractor, ["startupProbe", "livenessProbe"]);
        var resolver = ((YamlSequenceNode)pod["containers"]).Single();
        CheckContainer(resolver, Resolver, ["startupProbe", "readinessProbe", "livenessProbe"]);
        Assert.Equal("true", pod["securityContext"]["runAsNonRoot"].ToString());
        var drain = ServiceHost.DrainTime.TotalSeconds + double.Parse(resolver["lifecycle"]["preStop"]["sleep"]["seconds"].ToString(), CultureInfo.InvariantCulture);
        Assert.True(double.Parse(pod["terminationGracePeriodSeconds"].ToString(), CultureInfo.InvariantCulture) > drain);
        Assert.Equal($"http://127.0.0.1:{Extractor.GrpcPort}", Variables(resolver)["ENTITYRES_EXTRACTOR_URL"]["value"].ToString());
    }

    [Fact]
    public void The_service_and_the_budget_of_the_manifest_mean_its_pods()
    {
        var labels = Of("Deployment")["spec"]["template"]["metadata"]["labels"];
        Assert.Equal(labels, Of("Service")["spec"]["selector"]);
        Assert.Equal(labels, Of("PodDisruptionBudget")["spec"]["selector"]["matchLabels"]);
        Assert.Equal(
            [Resolver.GrpcPort, Resolver.HttpPort],
            ((YamlSequenceNode)Of("Service")["spec"]["ports"]).Select(port => int.Parse(port["port"].ToString(), CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Files_that_commands_for_docker_and_kubernetes_name_exist()
    {
        var commands = MarkdownFiles.All.SelectMany(MarkdownFiles.BlocksOf).Where(block => block.Mark is BlockMarks.Docker or BlockMarks.Kubernetes).ToList();
        Assert.NotEmpty(commands);
        foreach (var command in commands)
            Assert.All(Regex.Matches(command.Text, @"-f (\S+)"), file => Assert.True(File.Exists(RepositoryRoot.PathOf(file.Groups[1].Value.Split('/'))), $"{command}: {file}"));
    }

    private static void CheckContainer(YamlNode container, ServiceOptions options, string[] probes)
    {
        Assert.Contains(options.HttpPort, ((YamlSequenceNode)container["ports"]).Select(port => int.Parse(port["containerPort"].ToString(), CultureInfo.InvariantCulture)));
        Assert.Equal([], Variables(container).Keys.Where(variable => !DocumentFactsTests.IsSetting(variable)));
        Assert.Equal("true", container["securityContext"]["readOnlyRootFilesystem"].ToString());
        Assert.Equal("false", container["securityContext"]["allowPrivilegeEscalation"].ToString());
        foreach (var probe in probes.Select(name => container[name]["httpGet"]))
        {
            Assert.Equal(options.HttpPort.ToString(CultureInfo.InvariantCulture), probe["port"].ToString());
            Assert.Contains(probe["path"].ToString(), new[] { "/healthz", "/readyz" });
        }
    }

    private static Dictionary<string, YamlNode> Variables(YamlNode container) =>
        ((YamlSequenceNode)container["env"]).ToDictionary(variable => variable["name"].ToString());

    private static YamlNode Of(string kind) => Read(Manifest).Single(document => document["kind"].ToString() == kind);

    private static List<YamlNode> Read(string[] path)
    {
        using var file = File.OpenText(RepositoryRoot.PathOf(path));
        var yaml = new YamlStream();
        yaml.Load(file);
        return [.. yaml.Documents.Select(document => document.RootNode)];
    }
}

using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using EntityRes.Hosting;
using EntityRes.Resolver;
using EntityRes.V1;
using Google.Api;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;

namespace EntityRes.Services.Tests.Docs;

/// <summary>docs/REFERENCE.md says what protos and code say: nothing less, nothing that is not there.</summary>
public class ReferenceTests
{
    private static readonly string Text = MarkdownFiles.TextOf("docs/REFERENCE.md");
    private static readonly string[] Rows = [.. Text.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))];

    private static readonly FileDescriptor[] Protos =
        [TypesReflection.Descriptor, ExtractionReflection.Descriptor, ResolutionReflection.Descriptor, CatalogueReflection.Descriptor];

    [Fact]
    public void Every_rpc_has_a_row_with_its_kind_and_route()
    {
        foreach (var method in Protos.SelectMany(file => file.Services).SelectMany(service => service.Methods))
        {
            var row = RowOf($"{method.Service.Name}/{method.Name}");
            var kind = (method.IsClientStreaming, method.IsServerStreaming) switch
            {
                (true, true) => "stream of documents",
                (false, true) => "stream of answers",
                _ => "one answer",
            };
            Assert.Contains($"| {kind} |", row, StringComparison.Ordinal);
            var rule = method.GetOptions()?.GetExtension(AnnotationsExtensions.Http);
            Assert.Contains(rule is null ? "| – |" : rule.Get.Length > 0 ? $"| `GET {rule.Get}" : $"| `POST {rule.Post}`", row, StringComparison.Ordinal);
        }

        Assert.Equal(
            Protos.SelectMany(file => file.Services).Sum(service => service.Methods.Count), Rows.Count(row => row.Contains("Service/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_route_that_is_no_rpc_is_named()
    {
        string[] mapped = [.. Sources("services").SelectMany(source => Regex.Matches(source, "Map(?:Get|Post|HealthChecks|Group)\\(\"(/[a-z]*)[^\"]*\"").Select(match => match.Groups[1].Value)), "/nif", "/reconcile"];
        Assert.Contains("/metrics", mapped);
        foreach (var route in mapped.Distinct())
            Assert.Contains($"{route}", string.Concat(Rows), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_limit_has_a_row_with_its_value()
    {
        var resolver = typeof(ResolverHost).Assembly;
        var types = new[] { typeof(Limits), resolver.GetType("EntityRes.Resolver.Identity.EditRequests")! };
        foreach (var limit in types.SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)).Where(field => field.IsLiteral))
        {
            var value = Convert.ToInt64(limit.GetRawConstantValue(), CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture);
            var name = $"{limit.DeclaringType!.Name}.{limit.Name}";
            Assert.Matches($@"(?<![\d,]){value}(?![\d,])", Assert.Single(Rows, row => row.Contains($"`{name}`", StringComparison.Ordinal)));
        }

        var body = resolver.GetType("EntityRes.Resolver.Nif.NifEndpoints")!.GetField("BodyBytes", BindingFlags.Static | BindingFlags.NonPublic)!;
        Assert.Contains(((int)body.GetRawConstantValue()!).ToString("N0", CultureInfo.InvariantCulture), RowOf("body"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_status_has_a_row_with_its_http_code()
    {
        var statuses = typeof(RequestErrors).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Where(method => method.ReturnType == typeof(RpcException) && method.Name != nameof(RequestErrors.Overloaded))
            .Select(method => UpperCase(method.Name)).Concat(["CANCELLED", "DEADLINE_EXCEEDED"]);
        Assert.Equal(statuses.Order(StringComparer.Ordinal), Codes().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Reasons_are_those_of_the_code()
    {
        const string pattern = "(?:Info|Unavailable|FailedPrecondition|Unauthenticated|PermissionDenied)\\(\\s*\"([A-Z_]+)\"";
        var known = Sources("services").SelectMany(source => Regex.Matches(source, pattern)).Select(match => match.Groups[1].Value).Distinct();
        var named = Section("Reasons").Where(row => row.StartsWith("| `", StringComparison.Ordinal)).Select(row => row.Split('`')[1]);
        Assert.Equal(known.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Fields_that_errors_name_are_listed()
    {
        var fields = Sources("services").SelectMany(source => Regex.Matches(source, "(?:InvalidArgument|ResourceExhausted)\\(\\s*\"([^\"]+)\"")).Select(match => match.Groups[1].Value);
        var section = string.Concat(Section("Fields"));
        Assert.Equal([], fields.Distinct().Where(field => !section.Contains($"`{field}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_value_of_an_enum_is_named_and_no_other()
    {
        var values = Protos.SelectMany(file => file.EnumTypes).SelectMany(type => type.Values).Select(value => value.Name)
            .Where(name => !name.EndsWith("_UNSPECIFIED", StringComparison.Ordinal)).ToList();
        var named = Regex.Matches(Text, @"\b[A-Z]+(?:_[A-Z0-9]+)+\b").Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], values.Where(value => !named.Contains(value)));
        var prefixes = Protos.SelectMany(file => file.EnumTypes).Select(type => UpperCase(type.Name) + "_").ToList();
        Assert.Equal([], named.Where(name => prefixes.Exists(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) && !values.Contains(name)));
    }

    private static string RowOf(string name) => Assert.Single(Rows, row => row.Split('|')[1].Contains($"`{name}`", StringComparison.Ordinal));

    private static string[] Section(string title) =>
        [.. Text.Split('\n').SkipWhile(line => line != $"## {title}").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))];

    // Rows "| `INVALID_ARGUMENT` | 400 | …", the number being what google.rpc.Code documents.
    private static IEnumerable<string> Codes()
    {
        foreach (var row in Section("Statuses").Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
        {
            var cells = row.Split('|');
            var name = cells[1].Trim(' ', '`');
            var http = Enum.Parse<Code>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true) switch
            {
                Code.InvalidArgument or Code.FailedPrecondition => 400,
                Code.Unauthenticated => 401,
                Code.PermissionDenied => 403,
                Code.NotFound => 404,
                Code.ResourceExhausted => 429,
                Code.Cancelled => 499,
                Code.Unavailable => 503,
                Code.DeadlineExceeded => 504,
                var other => throw new InvalidOperationException($"{other} is none of ours"),
            };
            Assert.Equal(http.ToString(CultureInfo.InvariantCulture), cells[2].Trim());
            yield return name;
        }
    }

    private static string UpperCase(string name) => Regex.Replace(name, "(?<!^)([A-Z])", "_$1").ToUpperInvariant();

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(RepositoryRoot.PathOf(folder), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);
}

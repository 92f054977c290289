using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Scoring;
using EntityRes.Text;

namespace EntityRes.Resolution.Tests;

/// <summary>The cases in <c>seeds/gold</c> against the catalogue and the model that every build carries.</summary>
public class RoleGoldTests
{
    private const double LeastRight01 = 0.97;

    private static readonly EntityCatalogue Catalogue = ShippedCatalogue.Load();
    private static readonly ScoringModel Model = ScoringModel.Load();
    private static readonly ResolutionPipeline Pipeline = new(Catalogue, Model);

    [Fact]
    public void Roles_are_read_right()
    {
        var cases = Rows("roles.tsv");
        var wrong = new List<string>();
        foreach (var row in cases)
        {
            var decision = Decide(row[0], row[1], EntityType.Person);
            if (!IsRight(decision, row[2]))
                wrong.Add($"{string.Join(" | ", row)} → {Describe(decision)}");
        }

        Assert.True(cases.Count >= 320);
        Assert.True(
            cases.Count - wrong.Count >= LeastRight01 * cases.Count,
            $"{wrong.Count} of {cases.Count} role cases are wrong:\n{string.Join('\n', wrong)}");
    }

    private static Decision Decide(string phrase, string date, EntityType type)
    {
        var chain = new ChainQuery([new(phrase, MentionForm.Role, type)], 0, type);
        PartialDate? asOf = PartialDate.TryParse(date, out var day) ? day : null;
        return Pipeline.Resolve(new DocumentQuery([chain], asOf, Explain: true), default)[0];
    }

    private static bool IsRight(Decision decision, string expected)
    {
        if (decision.Kind != DecisionKind.Linked || expected == "-")
            return decision.Kind != DecisionKind.Linked && expected == "-";
        var found = Catalogue.Entities[decision.Entity];
        return found.Id == expected || found.Aliases.Append(found.Name).Any(name => AliasKey.Of(name) == AliasKey.Of(expected));
    }

    private static string Describe(Decision decision) =>
        (decision.Kind == DecisionKind.Linked ? Catalogue.Entities[decision.Entity].Name : "-") + $" ({decision.Explanation!.Reason})";

    private static List<string[]> Rows(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EntityRes.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("not inside the repository");
        return [.. File.ReadLines(Path.Combine(folder.FullName, "seeds", "gold", file)).Skip(1).Select(line => line.Split('\t'))];
    }
}

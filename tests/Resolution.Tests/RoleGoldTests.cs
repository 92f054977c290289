using EntityRes.Resolution.Catalogue;
using EntityRes.Resolution.Roles;
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

    [Fact]
    public void Capitals_and_organisations_are_read_right()
    {
        var cases = Rows("things.tsv");
        var wrong = new List<string>();
        foreach (var row in cases)
        {
            var decision = Decide(row[0], "", Enum.Parse<EntityType>(row[1], ignoreCase: true));
            if (!IsRight(decision, row[2]))
                wrong.Add($"{string.Join(" | ", row)} → {Describe(decision)}");
        }

        Assert.True(
            cases.Count - wrong.Count >= LeastRight01 * cases.Count,
            $"{wrong.Count} of {cases.Count} cases are wrong:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Nobody_is_answered_outside_his_tenure()
    {
        foreach (var row in Rows("roles.tsv"))
        {
            var decision = Decide(row[0], row[1], EntityType.Person);
            if (decision.Kind != DecisionKind.Linked || !PartialDate.TryParse(row[1], out var date))
                continue;
            var tenure = decision.Explanation!.Tenure!.Value;
            Assert.True(
                tenure.CertainlyCovers(date) || IsElsewhen(row[0]) && (tenure.CertainlyEndedBefore(date) || tenure.CertainlyBeganAfter(date)),
                $"{string.Join(" | ", row)} → {Describe(decision)}");
        }
    }

    [Fact]
    public void No_office_has_a_holder_outside_his_tenure_on_any_day()
    {
        var resolver = new RoleResolver(Catalogue);
        var nobody = new HashSet<int>();
        foreach (var office in Catalogue.Offices.All)
        {
            foreach (var tenure in office.Tenures)
            {
                foreach (var days in new[] { -1, 0, 1, 45 })
                {
                    var date = PartialDate.Of(tenure.Start.FirstDay.AddDays(days));
                    var reading = resolver.Resolve(office.Title, date, nobody);
                    Assert.True(!reading.IsCertain || reading.Holders[0].Tenure.CertainlyCovers(date), $"{office.Title} on {date}");
                }
            }
        }
    }

    [Fact]
    public void Confidence_is_the_share_of_right_readings()
    {
        var linked = Rows("roles.tsv").Select(row => (Row: row, Decision: Decide(row[0], row[1], EntityType.Person)))
            .Where(pair => pair.Decision.Kind == DecisionKind.Linked).ToList();
        var right01 = linked.Count(pair => IsRight(pair.Decision, pair.Row[2])) / (float)linked.Count;
        Assert.Equal(right01, linked.Average(pair => pair.Decision.Confidence01), tolerance: 0.02f);
    }

    [Fact]
    public void Contributions_sum_to_the_score_and_name_the_runner_up()
    {
        foreach (var row in Rows("roles.tsv"))
        {
            var decision = Decide(row[0], row[1], EntityType.Person);
            if (decision.Kind != DecisionKind.Linked)
                continue;
            var explanation = decision.Explanation!;
            Assert.Equal(decision.Candidates[0].Score, explanation.Features.Sum(feature => feature.Contribution), tolerance: 1e-4f);
            Assert.Equal(decision.Candidates.Count > 1 ? decision.Candidates[1].Entity : -1, explanation.RunnerUp);
            Assert.Equal(explanation.RunnerUp >= 0, explanation.Decisive.Length > 0);
        }
    }

    [Fact]
    public void Reading_a_role_allocates_little()
    {
        const int Budget = 4_096; // bytes a mention
        string[] phrases = ["the Russian leader", "Ukraine's president", "the head of the IMF", "NATO chief", "the Russian spokesman"];
        var resolver = new RoleResolver(Catalogue);
        var nobody = new HashSet<int>();
        var date = new PartialDate(2015, 5, 5);
        foreach (var phrase in phrases)
        {
            resolver.Resolve(phrase, date, nobody);
            var before = GC.GetAllocatedBytesForCurrentThread();
            resolver.Resolve(phrase, date, nobody);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Budget);
        }
    }

    private static bool IsElsewhen(string phrase) =>
        new[] { "former", "ex-", "late ", "incoming", "-elect", "last " }.Any(word => phrase.Contains(word, StringComparison.OrdinalIgnoreCase));

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

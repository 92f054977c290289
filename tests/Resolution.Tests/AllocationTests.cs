using EntityRes.Resolution.Scoring;

namespace EntityRes.Resolution.Tests;

public class AllocationTests
{
    private const int Few = 2;
    private const int Many = 30;
    private const int Runs = 3;

    [Theory]
    [InlineData("Twotown", "Alltown", EntityType.Location)]
    [InlineData("A. Twomann", "A. Allmann", EntityType.Person)] // by initials
    [InlineData("Twomann Anna", "Allmann Anna", EntityType.Person)] // by the parts of the name
    public void Bytes_do_not_grow_with_the_number_of_candidates(string ofFew, string ofMany, EntityType type)
    {
        using var catalogue = SmallCatalogue.Compile(
            [.. SmallCatalogue.Files(), ("places-alike.tsv", PlacesAlike()), ("people-alike.tsv", PeopleAlike())]);
        var pipeline = new ResolutionPipeline(catalogue, ScoringModel.Load());
        Assert.Equal(Few, Candidates(pipeline, Query(ofFew, type)));
        Assert.Equal(Many, Candidates(pipeline, Query(ofMany, type)));

        var (few, many) = (Allocated(pipeline, Query(ofFew, type)), Allocated(pipeline, Query(ofMany, type)));

        Assert.Equal(few, many);
    }

    private static int Candidates(ResolutionPipeline pipeline, DocumentQuery query) =>
        pipeline.Resolve(query with { MostCandidates = int.MaxValue }, default)[0].Candidates.Count;

    private static long Allocated(ResolutionPipeline pipeline, DocumentQuery query)
    {
        pipeline.Resolve(query, default);
        var least = long.MaxValue; // compiling a loop anew while it runs may allocate too
        for (var i = 0; i < Runs; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            pipeline.Resolve(query, default);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static DocumentQuery Query(string name, EntityType type) => new(
        [new ChainQuery([new(name, MentionForm.Named, type, Region: "United States")], 0, type)], AsOf: null, Explain: false, MostCandidates: 1);

    private static string PlacesAlike() => Table(
        Enumerable.Range(0, Many).Select(i => $"Q{90_000 + i}\tAlltown{i}\tAlltown{(i < Few ? "|Twotown" : "")}\tcity\tQ30\t40\t"));

    private static string PeopleAlike() => Table(
        Enumerable.Range(0, Many + Few).Select(i => i < Many ? (Number: i, Surname: "Allmann") : (Number: i, Surname: "Twomann"))
            .Select(person => $"Q{91_000 + person.Number}\tAnna {person.Surname}\t{person.Surname}\tpolitician\tQ30\t40\t"));

    private static string Table(IEnumerable<string> rows) =>
        string.Join('\n', ["id\tname\taliases\tkind\tof\tprior\tnote", .. rows.Order(StringComparer.Ordinal), ""]);
}

using EntityRes.Resolution.Scoring;

namespace EntityRes.Resolution.Tests;

public class AllocationTests
{
    private const int Few = 2;
    private const int Many = 30;

    [Fact]
    public void Bytes_do_not_grow_with_the_number_of_candidates()
    {
        using var catalogue = SmallCatalogue.Compile([.. SmallCatalogue.Files(), ("places-alike.tsv", Alike())]);
        var pipeline = new ResolutionPipeline(catalogue, ScoringModel.Load());
        Assert.Equal(Few, Candidates(pipeline, "Twotown"));
        Assert.Equal(Many, Candidates(pipeline, "Alltown"));

        var (few, many) = (Allocated(pipeline, "Twotown"), Allocated(pipeline, "Alltown"));

        Assert.Equal(few, many);
    }

    private static int Candidates(ResolutionPipeline pipeline, string name) =>
        pipeline.Resolve(Query(name) with { MostCandidates = int.MaxValue }, default)[0].Candidates.Count;

    private static long Allocated(ResolutionPipeline pipeline, string name)
    {
        var query = Query(name);
        pipeline.Resolve(query, default);
        var before = GC.GetAllocatedBytesForCurrentThread();
        pipeline.Resolve(query, default);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static DocumentQuery Query(string name) => new(
        [new ChainQuery([new(name, MentionForm.Named, EntityType.Location, Region: "United States")], 0, EntityType.Location)],
        AsOf: null, Explain: false, MostCandidates: 1);

    private static string Alike()
    {
        var rows = Enumerable.Range(0, Many).Select(i => $"Q{90_000 + i}\tAlltown{i}\tAlltown{(i < Few ? "|Twotown" : "")}\tcity\tQ30\t40\t");
        return string.Join('\n', ["id\tname\taliases\tkind\tof\tprior\tnote", .. rows.Order(StringComparer.Ordinal), ""]);
    }
}

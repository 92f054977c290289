using BenchmarkDotNet.Attributes;
using EntityRes.Resolution.Candidates;
using EntityRes.Resolution.Catalogue;
using EntityRes.Text;

namespace EntityRes.Bench;

/// <summary>The hot paths of the shipped catalogue; allocations count more than times.</summary>
[MemoryDiagnoser]
public class CatalogueBenchmarks
{
    private readonly EntityCatalogue _catalogue = ShippedCatalogue.Load();
    private readonly SpellingScratch _scratch = new();
    private readonly List<(int Entity, int Edits)> _found = [];
    private readonly string _key = AliasKey.Of("Volodymyr Zelenskyy");
    private readonly string _neutral = TransliterationKey.Of(AliasKey.Of("Selenskyj"));

    /// <summary>An alias key that the catalogue has.</summary>
    [Benchmark]
    public int Exact() => _catalogue.Names.Find(_key).Length;

    /// <summary>An alias key that it does not have.</summary>
    [Benchmark]
    public int Absent() => _catalogue.Names.Find("no such name at all").Length;

    /// <summary>A transliteration-neutral key.</summary>
    [Benchmark]
    public int Transliterated() => _catalogue.Transliterations.Find(_neutral).Length;

    /// <summary>A name with two typing errors.</summary>
    [Benchmark]
    public int Fuzzy()
    {
        _catalogue.Spellings.Find("volodimyr zelenky", 2, _scratch, _found);
        return _found.Count;
    }

    /// <summary>Opening the catalogue that the assembly carries.</summary>
    [Benchmark]
    public int Open()
    {
        using var catalogue = ShippedCatalogue.Load();
        return catalogue.Names.Find(_key).Length;
    }
}

using EntityRes.Import.Compilation;
using EntityRes.Resolution.Catalogue;

namespace EntityRes.Resolution.Tests.Catalogue;

/// <summary>Catalogues of short random names over few letters, so that many are alike.</summary>
internal static class NamesAtRandom
{
    internal static string[] Draw(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Word(random)))).Distinct()];
    }

    internal static string Word(Random random) =>
        new([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => "abcdé"[random.Next(5)])]);

    internal static EntityCatalogue Compile(IReadOnlyList<string> names) => CatalogueCompiler.Open(new CatalogueSource
    {
        Name = "random",
        Roles = new Dictionary<string, string[]>(),
        Entities = names.Select((name, i) => new SourceEntity { Id = $"Q{i + 1}", Type = EntityType.Other, Kind = "thing", Name = name, Prior01 = 0.5f }),
    });
}

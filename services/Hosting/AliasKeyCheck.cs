using EntityRes.Text;

namespace EntityRes.Hosting;

/// <summary>Checks at start that names fold as they did when model and catalogue were built.</summary>
/// <remarks>A service whose keys differ would find nothing and say nothing: better not to start.</remarks>
public static class AliasKeyCheck
{
    private static readonly (string Surface, string Key)[] Known =
    [
        ("Łódź", "lodz"),
        ("the U.S.", "us"),
        ("Côte d’Ivoire", "cote divoire"),
        ("Straße", "strasse"),
        ("Путин", "putin"),
        ("São Tomé-et-Príncipe", "sao tome et principe"),
    ];

    /// <summary>Runs the check.</summary>
    /// <exception cref="InvalidDataException">A known name folds to another key; names both.</exception>
    public static void Run()
    {
        foreach (var (surface, key) in Known)
        {
            var found = AliasKey.Of(surface);
            if (found != key)
                throw new InvalidDataException($"alias key of '{surface}': expected '{key}', found '{found}'");
        }
    }
}

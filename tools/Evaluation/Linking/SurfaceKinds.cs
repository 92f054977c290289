using System.Collections.Frozen;

namespace EntityRes.Evaluation.Linking;

/// <summary>How a mention that nobody annotated refers, by its words and by the name of what it was linked to.</summary>
internal static class SurfaceKinds
{
    private static readonly FrozenSet<string> Pronouns =
        ("i my me myself mine you your yourself yours he his him himself she her herself hers it its itself we us our ourselves ours " +
            "yourselves they their them themselves theirs").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Determiners = ["the ", "that ", "this ", "these ", "those ", "my ", "your ", "his ", "her ", "its ", "our ", "their "];

    /// <summary>The kind of a mention.</summary>
    /// <param name="surface">Its words.</param>
    /// <param name="name">The name of what it is linked to; null when unknown, then its words decide.</param>
    internal static LinkedKind Of(string surface, string? name)
    {
        var lower = surface.ToLowerInvariant();
        if (Pronouns.Contains(lower) && (lower == "i" || surface.Any(char.IsLower)))
            return LinkedKind.Pronominal;
        if (Array.Exists(Determiners, determiner => lower.StartsWith(determiner, StringComparison.Ordinal)
            && surface.Length > determiner.Length && !char.IsUpper(surface[determiner.Length])))
            return LinkedKind.Nominal;
        var first = (name ?? surface).FirstOrDefault(char.IsLetter);
        return char.IsUpper(first) ? LinkedKind.Named : LinkedKind.NonNamed;
    }
}

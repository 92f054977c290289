namespace EntityRes.Resolution.Catalogue;

/// <summary>What was added at run time to an entity of the compiled catalogue, or a whole entity of its own.</summary>
/// <param name="Id">Canonical id.</param>
/// <param name="IsWhole">Whether the compiled catalogue knows nothing of it.</param>
/// <param name="Type">Its type; of no meaning when it is not whole.</param>
/// <param name="Name">Its name; of no meaning when it is not whole.</param>
/// <param name="Note">A few words for people, or empty.</param>
/// <param name="Aliases">Other names, ordinal order.</param>
/// <param name="ExternalIds">Ids elsewhere, <c>scheme:id</c>, ordinal order.</param>
internal sealed record AddedEntity(
    string Id, bool IsWhole, EntityType Type, string Name, string Note, IReadOnlyList<string> Aliases, IReadOnlyList<string> ExternalIds)
{
    /// <summary>Its kind, as kinds of the catalogue are named.</summary>
    internal const string Kind = "own";

    /// <summary>Its prior, 0–1: whoever adds an entity means it as often as news means one of middling fame.</summary>
    internal const float Prior01 = 0.5f;

    /// <summary>The names by which it is found: all that were added.</summary>
    internal IEnumerable<string> Names => IsWhole ? Aliases.Prepend(Name) : Aliases;

    /// <summary>Whether a surface form is one of its added names, letter for letter.</summary>
    internal bool IsWritten(ReadOnlySpan<char> surface)
    {
        if (IsWhole && surface.SequenceEqual(Name))
            return true;
        foreach (var alias in Aliases)
        {
            if (surface.SequenceEqual(alias))
                return true;
        }

        return false;
    }
}

using EntityRes.Resolution;
using EntityRes.Text;

namespace EntityRes.Import.Curated;

/// <summary>A row of a file of entities.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Reference">How other rows name it: its id, or <c>~</c> and its name.</param>
/// <param name="Id">Its QID, or empty.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="Kind">Its fine kind.</param>
/// <param name="Type">The type of its kind.</param>
/// <param name="Of">References to what it belongs to.</param>
/// <param name="Prior">How much news names it, 1–1000.</param>
/// <param name="Note">A few words for people, or empty.</param>
public sealed record CuratedEntity(
    Place Place, string Reference, string Id, string Name, string[] Aliases, string Kind, EntityType Type,
    string[] Of, int Prior, string Note)
{
    /// <summary>The name, then the aliases.</summary>
    public IEnumerable<string> Names => Aliases.Prepend(Name);
}

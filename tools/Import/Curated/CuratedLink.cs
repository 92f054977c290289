using EntityRes.Resolution;
using EntityRes.Text;

namespace EntityRes.Import.Curated;

/// <summary>A relation between two entities, or from a word to an entity.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="From">A reference, or a surface form.</param>
/// <param name="To">A reference.</param>
public sealed record CuratedLink(Place Place, string From, string To);

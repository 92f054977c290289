using EntityRes.Resolution;
using EntityRes.Text;

namespace EntityRes.Import.Curated;

/// <summary>A row of a file of offices.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Slug">Its name in the files.</param>
/// <param name="Of">Reference to the country or organisation.</param>
/// <param name="Role">The controlled role.</param>
/// <param name="Title">Its title in full.</param>
/// <param name="Aliases">Other titles.</param>
/// <param name="IsExclusive">Whether one person at a time holds it.</param>
public sealed record CuratedOffice(
    Place Place, string Slug, string Of, string Role, string Title, string[] Aliases, bool IsExclusive);

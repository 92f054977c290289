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

/// <summary>A row of a file of tenures.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Office">Slug of the office.</param>
/// <param name="Holder">Reference to the person.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended, exclusive; null while it lasts.</param>
/// <param name="IsActing">Whether in an acting capacity.</param>
public sealed record CuratedTenure(
    Place Place, string Office, string Holder, PartialDate Start, PartialDate? End, bool IsActing);

/// <summary>A time in which an office leads its polity, or stands vacant.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Office">Slug of the office.</param>
/// <param name="Start">First date; null = always before.</param>
/// <param name="End">Exclusive; null = until further notice.</param>
public sealed record CuratedPeriod(Place Place, string Office, PartialDate? Start, PartialDate? End);

/// <summary>A relation between two entities, or from a word to an entity.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="From">A reference, or a surface form.</param>
/// <param name="To">A reference.</param>
public sealed record CuratedLink(Place Place, string From, string To);

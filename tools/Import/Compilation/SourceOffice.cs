using EntityRes.Resolution;
using EntityRes.Resolution.Roles;
using EntityRes.Text;

namespace EntityRes.Import.Compilation;

/// <summary>An office on its way into a compiled catalogue.</summary>
/// <param name="Slug">Its name, unique.</param>
/// <param name="Of">Id of its country or organisation.</param>
/// <param name="Role">Its controlled role.</param>
/// <param name="Title">Its title.</param>
/// <param name="Aliases">Its other titles.</param>
/// <param name="IsExclusive">Whether one person at a time holds it.</param>
/// <param name="Leading">When it leads its polity.</param>
public sealed record SourceOffice(
    string Slug, string Of, string Role, string Title, IReadOnlyList<string> Aliases, bool IsExclusive, IReadOnlyList<LeadingPeriod> Leading);

namespace EntityRes.Resolution.Roles;

/// <summary>What a role mention means on a date.</summary>
/// <param name="Holders">
/// Who may be meant, most likely first; exactly one when the reading is certain. Empty when no office fits.
/// </param>
/// <param name="IsCertain">Whether the first holder is the answer.</param>
/// <param name="Reason">One sentence for people.</param>
public sealed record RoleReading(
    IReadOnlyList<(Office Office, Tenure Tenure)> Holders, bool IsCertain, string Reason);

namespace EntityRes.Resolution.Roles;

/// <summary>What a role mention means on a date.</summary>
/// <param name="Holders">
/// Who may be meant, the latest first; exactly one when the reading is certain. Empty when no office fits.
/// </param>
/// <param name="IsCertain">Whether the first holder is the answer.</param>
/// <param name="Reason">One sentence for people; empty when the reading is certain and no explanation was asked for.</param>
public sealed record RoleReading(IReadOnlyList<RoleHolder> Holders, bool IsCertain, string Reason)
{
    /// <summary>The next best reading of a certain one, when an explanation was asked for and there is one.</summary>
    public RoleHolder? RunnerUp { get; init; }
}

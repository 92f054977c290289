using EntityRes.Text;

namespace EntityRes.Resolution.Roles;

/// <summary>Which holder of an office is sought.</summary>
/// <param name="Modifiers">What the phrase says about him.</param>
/// <param name="AsOf">The date; null when unknown.</param>
/// <param name="Named">The entities that the document names.</param>
internal readonly record struct HolderQuery(RoleModifiers Modifiers, PartialDate? AsOf, IReadOnlySet<int> Named)
{
    private const RoleModifiers Elsewhen =
        RoleModifiers.Former | RoleModifiers.Incoming | RoleModifiers.Then | RoleModifiers.Last;

    /// <summary>Whether the one in office on the date is meant.</summary>
    internal bool MeansIncumbent => !IsElsewhen(Modifiers);

    /// <summary>Whether, of several who fit, the one whom the document names is meant.</summary>
    internal bool MayDecideByName =>
        AsOf is not null || (Modifiers & (RoleModifiers.Former | RoleModifiers.Then)) != 0;

    /// <summary>Whether modifiers say that somebody is meant who does not hold the office on the date.</summary>
    internal static bool IsElsewhen(RoleModifiers modifiers) => (modifiers & Elsewhen) != 0;

    /// <summary>Whether the phrase says something.</summary>
    internal bool Says(RoleModifiers modifier) => (Modifiers & modifier) != 0;
}

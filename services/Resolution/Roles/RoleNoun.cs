namespace EntityRes.Resolution.Roles;

/// <summary>A role that a noun may name.</summary>
/// <param name="Role">The controlled role.</param>
/// <param name="Rank">How direct the noun is for it: 0 = the role's own name.</param>
public readonly record struct RoleNoun(string Role, int Rank);

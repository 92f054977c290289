namespace EntityRes.Resolution.Roles;

/// <summary>A role mention taken apart: "the former Russian president" = Former · russian · president.</summary>
/// <param name="Noun">Alias key of the role noun.</param>
/// <param name="Polity">Alias key of the country or organisation; empty when the phrase names none.</param>
/// <param name="Modifiers">What is said about the holder.</param>
public readonly record struct RolePhrase(string Noun, string Polity, RoleModifiers Modifiers);

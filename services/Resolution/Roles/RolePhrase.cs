namespace EntityRes.Resolution.Roles;

/// <summary>A role mention taken apart: "the former Russian president" = Former · russian · president.</summary>
/// <param name="Noun">Alias key of the role noun; empty when the grammar finds none.</param>
/// <param name="Polity">Alias key of the country or organisation; empty when the phrase names none.</param>
/// <param name="Title">Alias key of all words but determiner and modifiers: it may be the title of an office.</param>
/// <param name="Modifiers">What is said about the holder.</param>
/// <param name="IsIndefinite">Whether it speaks of any such person: "a former president".</param>
public readonly record struct RolePhrase(
    string Noun, string Polity, string Title, RoleModifiers Modifiers, bool IsIndefinite);

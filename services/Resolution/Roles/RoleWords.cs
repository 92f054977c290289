namespace EntityRes.Resolution.Roles;

/// <summary>The closed words of role phrases, as alias keys.</summary>
internal static class RoleWords
{
    /// <summary>Words that may begin a phrase, and whether they make it speak of any person of the kind.</summary>
    internal static readonly Dictionary<string, bool> IsIndefiniteByDeterminer = new(StringComparer.Ordinal)
    {
        ["the"] = false,
        ["this"] = false,
        ["that"] = false,
        ["its"] = false,
        ["his"] = false,
        ["her"] = false,
        ["their"] = false,
        ["our"] = false,
        ["my"] = false,
        ["your"] = false,
        ["a"] = true,
        ["an"] = true,
        ["another"] = true,
        ["any"] = true,
        ["each"] = true,
        ["every"] = true,
        ["no"] = true,
        ["one"] = true,
        ["some"] = true,
        ["which"] = true,
        ["two"] = true,
        ["three"] = true,
        ["several"] = true,
        ["many"] = true,
    };

    /// <summary>Words between a role noun and the polity behind it.</summary>
    internal static readonly string[] Prepositions = ["of", "for", "at"];

    /// <summary>Words that make another role of the noun even when the polity stands between: "deputy British prime minister".</summary>
    internal static readonly string[] Deputies = ["deputy", "vice"];

    /// <summary>
    /// Nouns that each mean whoever leads an organisation: a title written with one of them may be said with the others. Countries
    /// have none.
    /// </summary>
    internal static readonly string[] OrganisationHeads = ["chief", "head", "boss", "ceo"];

    /// <summary>What is said about the holder.</summary>
    internal static readonly Dictionary<string, RoleModifiers> Modifiers = new(StringComparer.Ordinal)
    {
        ["former"] = RoleModifiers.Former,
        ["ex"] = RoleModifiers.Former,
        ["late"] = RoleModifiers.Former,
        ["ousted"] = RoleModifiers.Former,
        ["deposed"] = RoleModifiers.Former,
        ["onetime"] = RoleModifiers.Former,
        ["then"] = RoleModifiers.Then,
        ["acting"] = RoleModifiers.Acting,
        ["interim"] = RoleModifiers.Interim,
        ["incoming"] = RoleModifiers.Incoming,
        ["elect"] = RoleModifiers.Incoming,
        ["designate"] = RoleModifiers.Incoming,
        ["last"] = RoleModifiers.Last,
        ["caretaker"] = RoleModifiers.None,
        ["current"] = RoleModifiers.None,
        ["incumbent"] = RoleModifiers.None,
        ["outgoing"] = RoleModifiers.None,
        ["new"] = RoleModifiers.None,
        ["longtime"] = RoleModifiers.None,
        ["long"] = RoleModifiers.None,
        ["time"] = RoleModifiers.None,
        ["serving"] = RoleModifiers.None,
        ["veteran"] = RoleModifiers.None,
        ["embattled"] = RoleModifiers.None,
        ["beleaguered"] = RoleModifiers.None,
        ["authoritarian"] = RoleModifiers.None,
        ["strongman"] = RoleModifiers.None,
        ["present"] = RoleModifiers.None,
        ["newly"] = RoleModifiers.None,
        ["elected"] = RoleModifiers.None,
    };
}

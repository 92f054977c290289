namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>The rules that take role phrases for mentions, in order; the first that takes one decides.</summary>
internal static class RoleRules
{
    /// <summary>All rules.</summary>
    public static IReadOnlyList<RoleRule> All { get; } =
    [
        OfficeRule.Rule,
        KinRule.Rule,
        KindRule.Rule,
        CompoundRule.Rule,
    ];

    /// <summary>The rule that takes the phrase, or null.</summary>
    public static RoleRule? Accept(TaggedTokens tokens, RolePhrase phrase, IReadOnlyList<Mention> named)
    {
        foreach (var rule in All)
        {
            if (rule.Accepts(tokens, phrase, named))
                return rule;
        }

        return null;
    }
}

namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>One reason to take a role phrase for a mention.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Confidence01">Share of the rule's mentions that are right, 0–1.</param>
/// <param name="Accepts">Whether the rule takes a phrase.</param>
internal sealed record RoleRule(string Name, float Confidence01, RoleRule.Test Accepts)
{
    /// <summary>Whether a rule takes a phrase of a document.</summary>
    public delegate bool Test(TaggedTokens tokens, in RolePhrase phrase);
}

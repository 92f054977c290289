namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>One reason to take a role phrase for a mention.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Confidence01">Share of the rule's mentions that are right, 0–1.</param>
/// <param name="Accepts">Whether the rule takes a phrase, given the document and its named mentions.</param>
internal sealed record RoleRule(string Name, float Confidence01, Func<TaggedTokens, RolePhrase, IReadOnlyList<Mention>, bool> Accepts);

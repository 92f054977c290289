namespace EntityRes.Extraction.Mentions.Rules;

/// <summary>Buffers of the mention rules. Not thread-safe.</summary>
public sealed class RuleScratch
{
    /// <summary>The tokens under the named mentions.</summary>
    internal TaggedTokens Tokens { get; } = new();

    /// <summary>The named mentions of the last document, repaired.</summary>
    internal List<Mention> Repaired { get; } = [];

    /// <summary>The role mentions of the last document.</summary>
    internal List<Mention> Roles { get; } = [];

    /// <summary>The pronouns of the last document.</summary>
    internal List<Mention> Pronouns { get; } = [];

    /// <summary>The mentions of all finders.</summary>
    internal List<Mention> Merged { get; } = [];
}

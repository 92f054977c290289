namespace EntityRes.Resolution;

/// <summary>One mention of a chain to resolve.</summary>
/// <param name="Text">Its surface form, not empty.</param>
/// <param name="Form">How it refers.</param>
/// <param name="Type">What kind of thing it means.</param>
public readonly record struct MentionQuery(string Text, MentionForm Form, EntityType Type);

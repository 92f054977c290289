namespace EntityRes.Resolution;

/// <summary>One mention of a chain to resolve.</summary>
/// <param name="Text">Its surface form, not empty.</param>
/// <param name="Form">How it refers.</param>
/// <param name="Type">What kind of thing it means.</param>
/// <param name="Confidence01">How probable it is that span and type are right, above 0; 1 when nobody said.</param>
/// <param name="Region">For a place, the place that follows it after a comma ("Paris, <b>Texas</b>"); null without one.</param>
public readonly record struct MentionQuery(
    string Text, MentionForm Form, EntityType Type, float Confidence01 = 1, string? Region = null);

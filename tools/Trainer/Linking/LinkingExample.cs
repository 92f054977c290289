using EntityRes.Resolution.Candidates;

namespace EntityRes.Trainer.Linking;

/// <summary>One chain with its candidates as the scorer saw them, and what it truly means.</summary>
/// <param name="Surface">The representative mention.</param>
/// <param name="Document">The document's id.</param>
/// <param name="Candidates">Its candidates.</param>
/// <param name="Values">float[candidates][features]: what the features measured.</param>
/// <param name="Right">Index of the right candidate; −1 when none is right.</param>
internal sealed record LinkingExample(
    string Surface, string Document, Candidate[] Candidates, float[][] Values, int Right);

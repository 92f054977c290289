using EntityRes.Evaluation.Corpora;
using EntityRes.Trainer.Corpora;

namespace EntityRes.Trainer.Tagging;

/// <summary>A document to learn from.</summary>
/// <param name="Document">The document.</param>
/// <param name="Weight">Weight of its gradients, 0..1.</param>
/// <param name="Group">Documents of one group fall into the same fold: a text and its copies.</param>
internal sealed record TrainingItem(TaggedDocument Document, float Weight, int Group);

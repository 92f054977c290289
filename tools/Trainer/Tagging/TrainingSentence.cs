namespace EntityRes.Trainer.Tagging;

/// <summary>One sentence in the form the network learns from.</summary>
/// <param name="Types">Word type of each token.</param>
/// <param name="Contexts">byte[slots][tokens].</param>
/// <param name="Allowed">Allowed tags of each token.</param>
/// <param name="Weight">Weight of its gradient, 0..1.</param>
internal sealed record TrainingSentence(int[] Types, byte[][] Contexts, uint[] Allowed, float Weight);

namespace EntityRes.Trainer.Tagging;

/// <summary>Sentences that follow each other, as the tagger takes them together.</summary>
/// <param name="Sentences">At least one.</param>
internal sealed record TrainingPassage(TrainingSentence[] Sentences)
{
    public int Tokens { get; } = Sentences.Sum(sentence => sentence.Types.Length);
}

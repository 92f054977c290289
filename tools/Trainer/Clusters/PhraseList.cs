namespace EntityRes.Trainer.Clusters;

/// <summary>Kinds of names of several words. The numbers are stored in the model file.</summary>
internal enum PhraseList : byte
{
    Place = 1,
    Organization = 2,
    Person = 3,
}

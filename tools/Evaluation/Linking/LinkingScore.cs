using EntityRes.Text;

namespace EntityRes.Evaluation.Linking;

/// <summary>Counts of links by kind of mention, and of errors, over any number of documents.</summary>
internal sealed class LinkingScore
{
    private static readonly int Kinds = Enum.GetValues<LinkedKind>().Length;

    private readonly int[] _truePositives = new int[Kinds];
    private readonly int[] _falsePositives = new int[Kinds];
    private readonly int[] _falseNegatives = new int[Kinds];
    private readonly Dictionary<(LinkedKind Kind, LinkingError Error), int> _errors = [];

    /// <summary>Scores a system on annotated documents; a document it says nothing of counts as empty.</summary>
    /// <param name="documents">The annotation.</param>
    /// <param name="predictions">The system's output by document.</param>
    /// <param name="items">Names of items; may be empty.</param>
    /// <param name="onError">Told of each error.</param>
    internal static LinkingScore Of(
        IReadOnlyList<LinkingDocument> documents, IReadOnlyDictionary<string, IReadOnlyList<LinkingPrediction>> predictions,
        IReadOnlyDictionary<string, ItemName> items, Action<LinkingDocument, LinkingCase, LinkingError>? onError = null)
    {
        var score = new LinkingScore();
        foreach (var document in documents)
        {
            var found = predictions.GetValueOrDefault(document.Id) ?? [];
            foreach (var @case in LinkingCases.Of(document, found, items))
                score.Add(document, @case, found, onError);
        }

        return score;
    }

    /// <summary>Precision, recall and F1, 0–1, over some kinds.</summary>
    internal (double Precision, double Recall, double F1) Over(params LinkedKind[] kinds)
    {
        int right = Sum(_truePositives, kinds), found = right + Sum(_falsePositives, kinds), labels = right + Sum(_falseNegatives, kinds);
        double precision = found == 0 ? 0 : (double)right / found, recall = labels == 0 ? 0 : (double)right / labels;
        return (precision, recall, right == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }

    /// <summary>Labels of some kinds that have to be linked.</summary>
    internal int Labels(params LinkedKind[] kinds) => Sum(_truePositives, kinds) + Sum(_falseNegatives, kinds);

    /// <summary>Errors of a class over some kinds.</summary>
    internal int Errors(LinkingError error, params LinkedKind[] kinds) => kinds.Sum(kind => _errors.GetValueOrDefault((kind, error)));

    private static int Sum(int[] counts, LinkedKind[] kinds) => kinds.Sum(kind => counts[(int)kind]);

    private void Add(
        LinkingDocument document, LinkingCase @case, IReadOnlyList<LinkingPrediction> found, Action<LinkingDocument, LinkingCase, LinkingError>? onError)
    {
        var kind = (int)@case.Kind;
        var isMissed = @case.IsRoot && @case.Outcome.HasFlag(LinkingOutcome.FalseNegative);
        var isFalse = @case.Counts && @case.Outcome.HasFlag(LinkingOutcome.FalsePositive);
        _truePositives[kind] += @case.IsRoot && @case.Outcome.HasFlag(LinkingOutcome.TruePositive) ? 1 : 0;
        _falseNegatives[kind] += isMissed ? 1 : 0;
        _falsePositives[kind] += isFalse ? 1 : 0;
        if (!isMissed && !isFalse)
            return;
        var error = isMissed ? OfMissed(@case, found) : @case.Label is null ? LinkingError.Spurious
            : @case.Outcome.HasFlag(LinkingOutcome.FalseNegative) ? LinkingError.WrongChoice : LinkingError.NilLinked;
        _errors[(@case.Kind, error)] = _errors.GetValueOrDefault((@case.Kind, error)) + 1;
        onError?.Invoke(document, @case, error);
    }

    private static LinkingError OfMissed(LinkingCase missed, IReadOnlyList<LinkingPrediction> found)
    {
        if (missed.Prediction is not { } prediction)
            return found.Any(other => other.Span.Overlaps(missed.Span)) ? LinkingError.WrongSpan : LinkingError.Undetected;
        if (!missed.Counts)
            return LinkingError.WrongSpan;
        if (prediction.Candidates is { } candidates && !candidates.Contains(missed.Label!.Target))
            return LinkingError.CandidateMissing;
        return prediction.IsLinked ? LinkingError.WrongChoice : LinkingError.LeftUnlinked;
    }
}

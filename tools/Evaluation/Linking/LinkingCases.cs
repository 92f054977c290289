using EntityRes.Text;

namespace EntityRes.Evaluation.Linking;

/// <summary>
/// Pairs one document's labels with predictions. Spans may differ within a word; a label's alternatives may be met in its place;
/// optional labels, dates and quantities need no link, but must not get a wrong one; NIL on either side does not exist; what lies
/// outside the annotated part does not count.
/// </summary>
/// <remarks>Source: the case generator of ELEVANT (Bast, Hertel and Prange, 2022), its mode that ignores NIL.</remarks>
internal sealed class LinkingCases
{
    private readonly LinkingDocument _document;
    private readonly IReadOnlyDictionary<string, ItemName> _items;
    private readonly Dictionary<TextSpan, LinkingPrediction> _exact = [];
    private readonly Dictionary<TextSpan, LinkingPrediction> _predictions;
    private readonly Dictionary<int, LinkingLabel> _labels;
    private readonly Dictionary<int, bool> _counts = [];

    private LinkingCases(LinkingDocument document, IReadOnlyList<LinkingPrediction> predictions, IReadOnlyDictionary<string, ItemName> items)
    {
        _document = document;
        _items = items;
        _labels = document.Labels.ToDictionary(label => label.Id);
        foreach (var prediction in predictions)
            _exact[prediction.Span] = prediction;
        _predictions = new Dictionary<TextSpan, LinkingPrediction>(_exact);
        foreach (var (span, prediction) in _exact)
            _predictions[WordBoundaries.Widen(span, document.Text)] = prediction;
    }

    /// <summary>All cases of a document.</summary>
    /// <param name="document">The annotation.</param>
    /// <param name="predictions">What a system says; of two predictions for one span the later counts.</param>
    /// <param name="items">Names of items, by which links without label are told apart; may be empty.</param>
    internal static IReadOnlyList<LinkingCase> Of(
        LinkingDocument document, IReadOnlyList<LinkingPrediction> predictions, IReadOnlyDictionary<string, ItemName> items) =>
        new LinkingCases(document, predictions, items).Make();

    private List<LinkingCase> Make()
    {
        foreach (var root in _document.Labels.Where(label => label.Parent is null).OrderBy(label => label.Id))
            Matches(root, isSibling: false);
        var cases = _document.Labels.OrderBy(label => label.Parent is not null).ThenBy(label => label.Id)
            .Select(label => new LinkingCase(label, Match(label), label.Span, label.Kind, _counts.GetValueOrDefault(label.Id))).ToList();
        var byLabel = cases.ToDictionary(@case => @case.Label!.Id);
        foreach (var labelled in cases)
            labelled.Outcome = labelled.Counts ? Judge(labelled) : LinkingOutcome.None;
        foreach (var parent in cases.Where(parent => parent.IsRoot && !parent.Counts))
            parent.Outcome = OfAlternatives(Gather(parent.Label!, byLabel));
        cases.AddRange(Unlabelled());
        return cases;
    }

    private LinkingPrediction? Match(LinkingLabel label) =>
        _predictions.TryGetValue(label.Span, out var exact) ? exact
        : _predictions.GetValueOrDefault(WordBoundaries.Widen(label.Span, _document.Text));

    // Whether a label or one below it is met; sets which of them count.
    private bool Matches(LinkingLabel label, bool isSibling)
    {
        var prediction = Match(label);
        if (prediction is not null && (prediction.Target == label.Target || (!prediction.IsLinked && LinkingLabel.IsNil(label.Target))))
            return Set(label, isSibling, counts: true);
        var isBelow = false;
        foreach (var child in label.Children)
            isBelow |= Matches(_labels[child], isSibling: false);
        if (label.Parent is not { } parentId)
            return Set(label, isSibling, counts: !isBelow);
        var parent = _labels[parentId];
        bool counts;
        if (prediction is not null)
            counts = !isBelow && WordBoundaries.Widen(parent.Span, _document.Text) != WordBoundaries.Widen(label.Span, _document.Text);
        else
            counts = !isSibling && !isBelow && parent.Children.Where(child => child != label.Id).Any(child => Matches(_labels[child], isSibling: true));
        return Set(label, isSibling, counts) || isBelow;
    }

    private bool Set(LinkingLabel label, bool isSibling, bool counts)
    {
        if (!isSibling)
            _counts[label.Id] = counts;
        return counts;
    }

    private LinkingOutcome Judge(LinkingCase labelled)
    {
        var label = labelled.Label!;
        if (labelled.Prediction is not { IsLinked: true } link)
        {
            var mayBeMissing = !label.IsRequired && !(labelled.Prediction is null && label.Parent is null && HasRequiredBelow(label));
            return mayBeMissing || !label.IsKnown ? LinkingOutcome.None : LinkingOutcome.FalseNegative;
        }

        var isRight = label.IsKnown && label.Target == link.Target;
        if (label.IsRequired)
            return isRight ? LinkingOutcome.TruePositive : label.IsKnown ? LinkingOutcome.FalsePositive | LinkingOutcome.FalseNegative : LinkingOutcome.FalsePositive;
        var isSameLiteral = label.IsLiteral && _items.TryGetValue(link.Target, out var item) && item.Type == label.Type;
        return isRight || isSameLiteral ? LinkingOutcome.None : LinkingOutcome.FalsePositive;
    }

    private bool HasRequiredBelow(LinkingLabel label) =>
        label.Children.Any(child => _labels[child].IsRequired || HasRequiredBelow(_labels[child]));

    private LinkingOutcome Gather(LinkingLabel label, Dictionary<int, LinkingCase> cases)
    {
        var outcome = LinkingOutcome.None;
        foreach (var child in label.Children)
            outcome |= Gather(_labels[child], cases) | (cases[child].Counts ? cases[child].Outcome : LinkingOutcome.None);
        return outcome;
    }

    private static LinkingOutcome OfAlternatives(LinkingOutcome below) =>
        below.HasFlag(LinkingOutcome.FalseNegative) ? LinkingOutcome.FalseNegative
        : below == LinkingOutcome.TruePositive ? LinkingOutcome.TruePositive : LinkingOutcome.None;

    private IEnumerable<LinkingCase> Unlabelled()
    {
        var labelled = _document.Labels.SelectMany(label => (TextSpan[])[label.Span, WordBoundaries.Widen(label.Span, _document.Text)]).ToHashSet();
        foreach (var (span, prediction) in _exact.OrderBy(pair => pair.Key))
        {
            if (labelled.Contains(span) || labelled.Contains(WordBoundaries.Widen(span, _document.Text)) || !_document.Annotated.Contains(span))
                continue;
            var name = _items.TryGetValue(prediction.Target, out var item) ? item.Name : null;
            yield return new LinkingCase(null, prediction, span, SurfaceKinds.Of(new string(span.Of(_document.Text)), name), Counts: true)
            {
                Outcome = prediction.IsLinked ? LinkingOutcome.FalsePositive : LinkingOutcome.None,
            };
        }
    }
}

namespace EntityRes.Evaluation.Linking;

/// <summary>Writes scores of systems side by side, as Markdown.</summary>
internal static class LinkingReport
{
    private static readonly LinkedKind[] Named = [LinkedKind.Named];
    private static readonly LinkedKind[] Referring = [LinkedKind.Nominal, LinkedKind.Pronominal];
    private static readonly LinkedKind[] All = Enum.GetValues<LinkedKind>();

    /// <summary>Writes precision, recall and F1 in percent, then the error classes of named and of nominal and pronominal mentions.</summary>
    internal static void Write(IReadOnlyList<(string System, LinkingScore Score)> systems, TextWriter output)
    {
        output.WriteLine("| system | named P | R | F1 | nominal + pronominal P | R | F1 | all P | R | F1 |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (system, score) in systems)
            output.WriteLine($"| {system} | {Percent(score.Over(Named))} | {Percent(score.Over(Referring))} | {Percent(score.Over(All))} |");
        output.WriteLine();
        output.WriteLine("| system | mentions | labels | undetected | wrong span | candidate missing | wrong choice | left unlinked | NIL linked | spurious |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (system, score) in systems)
        {
            WriteErrors(system, "named", score, Named, output);
            WriteErrors(system, "nominal + pronominal", score, Referring, output);
        }
    }

    private static void WriteErrors(string system, string mentions, LinkingScore score, LinkedKind[] kinds, TextWriter output) =>
        output.WriteLine($"| {system} | {mentions} | {score.Labels(kinds)} | {string.Join(" | ", Enum.GetValues<LinkingError>().Select(error => score.Errors(error, kinds)))} |");

    private static string Percent((double Precision, double Recall, double F1) score) =>
        FormattableString.Invariant($"{score.Precision * 100:F1} | {score.Recall * 100:F1} | {score.F1 * 100:F2}");
}

using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace EntityRes.Bench;

/// <summary>Adds a column with millions of tokens a second to the benchmarks of extraction.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TokenRateColumnAttribute() : ColumnConfigBaseAttribute(new TokenRateColumn())
{
    private sealed class TokenRateColumn : IColumn
    {
        public string Id => nameof(TokenRateColumn);

        public string ColumnName => "M tokens/s";

        public string Legend => "Millions of tokens a second of clock time";

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Custom;

        public int PriorityInCategory => 0;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Dimensionless;

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase) =>
            summary[benchmarkCase]?.ResultStatistics is { } statistics && benchmarkCase.Descriptor.Type == typeof(ExtractionBenchmarks)
                ? FormattableString.Invariant($"{ExtractionBenchmarks.Tokens / statistics.Mean * 1e3:F2}") : "-";

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

        public bool IsAvailable(Summary summary) => true;
    }
}

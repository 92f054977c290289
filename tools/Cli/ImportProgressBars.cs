using System.Diagnostics;
using EntityRes.Import.Importing;
using Spectre.Console;

namespace EntityRes.Cli;

/// <summary>One bar a stage of an import, with the rate in its description.</summary>
internal sealed class ImportProgressBars(ProgressContext context)
{
    private readonly Stopwatch _sinceStart = new();
    private ProgressTask? _bar;
    private string _stage = "";
    private double _doneAtStart;

    internal void Report(ImportProgress progress)
    {
        if (_bar is null || progress.Stage != _stage)
        {
            if (_bar is not null)
                _bar.Value = _bar.MaxValue;
            _bar = context.AddTask(Markup.Escape(progress.Stage), maxValue: Math.Max(1, progress.Total));
            (_stage, _doneAtStart) = (progress.Stage, progress.Records);
            _sinceStart.Restart();
        }

        _bar.MaxValue = Math.Max(1, progress.Total);
        _bar.Value = progress.Done;
        var rate = (progress.Records - _doneAtStart) / Math.Max(0.001, _sinceStart.Elapsed.TotalSeconds);
        var bad = progress.Bad > 0 ? $", {progress.Bad} bad" : "";
        _bar.Description = Markup.Escape(rate > 0
            ? $"{progress.Stage}  {progress.Records:N0} records{bad}  {rate:N0}/s" : $"{progress.Stage}  {progress.Done:N0}");
    }
}

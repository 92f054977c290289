using System.Diagnostics;
using System.Diagnostics.Metrics;
using EntityRes.Hosting.Telemetry;
using EntityRes.V1;

namespace EntityRes.Resolver;

/// <summary>What the resolver counts. Thread-safe.</summary>
public sealed class ResolverMetrics
{
    private readonly ServiceMeter _meter;
    private readonly Counter<long> _documents;
    private readonly Counter<long> _resolutions;
    private readonly Counter<long> _mints;
    private readonly Histogram<double> _storeCalls;

    private readonly string _storeSystem;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meter">Where.</param>
    /// <param name="storeSystem">What the store stands on, as OpenTelemetry names it: <c>redis</c>, <c>sqlite</c>.</param>
    public ResolverMetrics(ServiceMeter meter, string storeSystem)
    {
        ArgumentNullException.ThrowIfNull(meter);
        _storeSystem = storeSystem;
        _meter = meter;
        _documents = meter.Meter.CreateCounter<long>("documents.resolved", "{document}", "Documents resolved.");
        _resolutions = meter.Meter.CreateCounter<long>(
            "resolutions", "{chain}", "Chains by status: the share of minted is the NIL rate.");
        _mints = meter.Meter.CreateCounter<long>("mints", "{entity}", "Entities that the store remembered for the first time.");
        _storeCalls = meter.Meter.CreateHistogram<double>("store.duration", "s", "Time of one round trip to the store, by operation.");
    }

    /// <summary>Begins to time the stages of one document.</summary>
    internal StageTimer StartStages() => _meter.StartStages();

    /// <summary>Counts the answer to one document.</summary>
    public void Resolved(ResolveResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        _documents.Add(1);
        int linked = 0, minted = 0, unresolved = 0;
        foreach (var resolution in response.Resolutions)
        {
            switch (resolution.Status)
            {
                case ResolutionStatus.Linked: linked++; break;
                case ResolutionStatus.Minted: minted++; break;
                default: unresolved++; break;
            }
        }

        Count(linked, "linked");
        Count(minted, "minted");
        Count(unresolved, "unresolved");
    }

    /// <summary>Counts entities that the store did not know before.</summary>
    public void Minted(int entities) => _mints.Add(entities);

    /// <summary>Times one round trip to the store, as a metric and as a span, until what it returns is disposed of.</summary>
    /// <param name="operation">A constant: <c>mint</c>, <c>find</c>.</param>
    public StoreCall StartStoreCall(string operation) => new(this, operation);

    private void Count(int chains, string status)
    {
        if (chains > 0)
            _resolutions.Add(chains, new KeyValuePair<string, object?>("status", status));
    }

    /// <summary>One round trip to the store.</summary>
    public readonly struct StoreCall : IDisposable
    {
        private readonly ResolverMetrics _metrics;
        private readonly string _operation;
        private readonly long _start = Stopwatch.GetTimestamp();
        private readonly Activity? _span;

        internal StoreCall(ResolverMetrics metrics, string operation)
        {
            _metrics = metrics;
            _operation = operation;
            _span = ServiceMeter.Spans.HasListeners()
                ? ServiceMeter.Spans.StartActivity($"store {operation}", ActivityKind.Client)
                : null;
            _span?.SetTag("db.system.name", metrics._storeSystem).SetTag("db.operation.name", operation);
        }

        /// <summary>The round trip is over.</summary>
        public void Dispose()
        {
            _metrics._storeCalls.Record(
                Stopwatch.GetElapsedTime(_start).TotalSeconds, new KeyValuePair<string, object?>("operation", _operation));
            _span?.Dispose();
        }
    }
}

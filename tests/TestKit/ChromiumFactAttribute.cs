using Xunit;

namespace EntityRes.TestKit;

/// <summary>A test in a real browser; reported as skipped where chromium or chromedriver is missing.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    internal const string Reason = "chromium and chromedriver are not on the PATH";

    /// <summary>Skips the test where the browser or its driver is missing.</summary>
    public ChromiumFactAttribute()
    {
        if (Chromium.Browser is null || Chromium.Driver is null)
            Skip = Reason;
    }
}

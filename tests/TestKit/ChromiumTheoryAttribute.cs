using Xunit;

namespace EntityRes.TestKit;

/// <summary>Rows of tests in a real browser; reported as skipped where chromium or chromedriver is missing.</summary>
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the rows where the browser or its driver is missing.</summary>
    public ChromiumTheoryAttribute()
    {
        if (Chromium.Browser is null || Chromium.Driver is null)
            Skip = ChromiumFactAttribute.Reason;
    }
}

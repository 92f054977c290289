using System.Net.Http.Json;
using System.Text.Json;

namespace EntityRes.Services.Tests;

internal static class HttpErrors
{
    /// <summary>The first field that a JSON error names.</summary>
    internal static async Task<string?> FieldAsync(HttpResponseMessage answer)
    {
        var error = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return error.GetProperty("details")[0].GetProperty("fieldViolations")[0].GetProperty("field").GetString();
    }
}

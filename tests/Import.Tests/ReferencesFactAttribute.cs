namespace EntityRes.Import.Tests;

/// <summary>A test that compares with the references beside the repository; skipped where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReferencesFactAttribute : FactAttribute
{
    public ReferencesFactAttribute()
    {
        if (!Directory.Exists(Repository.References))
            Skip = "../shared/data/kb is not there";
    }
}

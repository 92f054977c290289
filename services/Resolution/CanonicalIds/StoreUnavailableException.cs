namespace EntityRes.Resolution.CanonicalIds;

/// <summary>The store of canonical ids cannot be reached or does not accept writes.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Creates the exception without a reason.</summary>
    public StoreUnavailableException()
    {
    }

    /// <summary>Creates the exception with a reason.</summary>
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a reason and its cause.</summary>
    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

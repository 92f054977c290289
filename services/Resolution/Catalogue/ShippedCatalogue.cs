namespace EntityRes.Resolution.Catalogue;

/// <summary>The catalogue that every build carries inside.</summary>
public static class ShippedCatalogue
{
    private const string ResourcePrefix = "catalogue/";
    private const string Name = "curated";

    /// <summary>Reads it. Takes some tens of milliseconds and a few MB.</summary>
    /// <exception cref="InvalidDataException">A file is malformed; names file, line and what is wrong.</exception>
    public static EntityCatalogue Load()
    {
        var assembly = typeof(ShippedCatalogue).Assembly;
        return CatalogueReader.Read(
            Name,
            assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return (name[ResourcePrefix.Length..], reader.ReadToEnd());
                }));
    }
}

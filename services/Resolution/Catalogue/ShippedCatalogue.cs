namespace EntityRes.Resolution.Catalogue;

/// <summary>The catalogue that every build carries inside: <c>seeds/models/catalogue.bin</c>.</summary>
public static class ShippedCatalogue
{
    private const string Resource = "catalogue.bin";

    /// <summary>Opens it where it lies in the assembly: no copy, a few milliseconds.</summary>
    /// <exception cref="InvalidDataException">It is not part of the build, or damaged.</exception>
    public static EntityCatalogue Load() =>
        typeof(ShippedCatalogue).Assembly.GetManifestResourceStream(Resource) is UnmanagedMemoryStream stream
            ? new EntityCatalogue(CatalogueFile.Open(Resource, stream))
            : throw new InvalidDataException($"{Resource}: not part of the build");

    /// <summary>Opens the catalogue in a file, or the one that the build carries when none is named.</summary>
    /// <param name="path">A compiled catalogue; null or empty = the shipped one.</param>
    /// <exception cref="InvalidDataException">It is no catalogue of this format, or damaged; names the file and the versions.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static EntityCatalogue LoadOr(string? path) => string.IsNullOrEmpty(path) ? Load() : EntityCatalogue.Open(path);
}

using LandLedger.Service;

namespace LandLedger.Cli;

/// <summary>
/// Keeps outputs away from what they would destroy: the store and the files that are read; and from folders that are not there, for
/// a slip of the pen names one as well.
/// </summary>
internal static class OutputPlace
{
    /// <summary>Files that belong to a store, behind its name.</summary>
    public static readonly string[] StoreEnds = ["", "-wal", "-shm", "-journal"];

    /// <summary>Parts of a shapefile, of which only one is named.</summary>
    private static readonly string[] ShapeEnds = [".shp", ".shx", ".dbf", ".prj", ".cpg"];

    /// <summary>Refuses an output that would overwrite the store or an input, or whose folder is not there.</summary>
    /// <exception cref="UsageException">The output is the store or one of the inputs, or lies in no folder.</exception>
    public static void Check(Texts texts, string output, StorePlace store, IEnumerable<string> inputs)
    {
        if (IsStore(output, store))
            throw new UsageException(texts.Fill("cli.output.store", _ => output));
        if (inputs.SelectMany(Parts).Any(input => SameFile.Are(output, input)))
            throw new UsageException(texts.Fill("cli.output.input", _ => output));
        if (Path.GetDirectoryName(Path.GetFullPath(output)) is { } folder && !Directory.Exists(folder))
            throw new UsageException(
                texts.Fill(File.Exists(folder) ? "cli.file.taken" : "cli.output.no-folder", _ => folder)
            );
    }

    /// <summary>An import writes into the store: it cannot be one of the files at the same time.</summary>
    /// <exception cref="UsageException">The file is the store.</exception>
    public static void CheckInput(Texts texts, string input, StorePlace store)
    {
        if (IsStore(input, store))
            throw new UsageException(texts.Fill("cli.input.store", _ => input));
    }

    private static bool IsStore(string path, StorePlace store) =>
        store.FilePath is { } file && StoreEnds.Any(end => SameFile.Are(path, file + end));

    private static IEnumerable<string> Parts(string input) =>
        ShapeEnds.Contains(Path.GetExtension(input), StringComparer.OrdinalIgnoreCase)
            ? ShapeEnds.Select(end => Path.ChangeExtension(input, end)).Prepend(input)
            : [input];
}

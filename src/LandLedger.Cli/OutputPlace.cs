namespace LandLedger.Cli;

/// <summary>Keeps outputs away from what they would destroy: the store and the files that are read.</summary>
internal static class OutputPlace
{
    /// <summary>Files that belong to a store, behind its name.</summary>
    public static readonly string[] StoreEnds = ["", "-wal", "-shm", "-journal"];

    /// <summary>Parts of a shapefile, of which only one is named.</summary>
    private static readonly string[] ShapeEnds = [".shp", ".shx", ".dbf", ".prj", ".cpg"];

    /// <summary>Refuses an output that would overwrite the store or an input.</summary>
    /// <exception cref="UsageException">The output is the store or one of the inputs.</exception>
    public static void Check(Texts texts, string output, string store, IEnumerable<string> inputs)
    {
        if (StoreEnds.Any(end => SameFile.Are(output, store + end)))
            throw new UsageException(texts.Fill("cli.output.store", _ => output));
        if (inputs.SelectMany(Parts).Any(input => SameFile.Are(output, input)))
            throw new UsageException(texts.Fill("cli.output.input", _ => output));
    }

    /// <summary>An import writes into the store: it cannot be one of the files at the same time.</summary>
    /// <exception cref="UsageException">The file is the store.</exception>
    public static void CheckInput(Texts texts, string input, string store)
    {
        if (StoreEnds.Any(end => SameFile.Are(input, store + end)))
            throw new UsageException(texts.Fill("cli.input.store", _ => input));
    }

    private static IEnumerable<string> Parts(string input) =>
        ShapeEnds.Contains(Path.GetExtension(input), StringComparer.OrdinalIgnoreCase)
            ? ShapeEnds.Select(end => Path.ChangeExtension(input, end)).Prepend(input)
            : [input];
}

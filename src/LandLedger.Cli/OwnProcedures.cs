using System.CommandLine;
using LandLedger.Cases;

namespace LandLedger.Cli;

/// <summary>A county's own procedures: a folder of files, as <c>--procedures</c> or LANDLEDGER_PROCEDURES names it.</summary>
internal static class OwnProcedures
{
    private const string Variable = "LANDLEDGER_PROCEDURES";

    public static Option<string?> Option(Texts texts) => Asked.Text("--procedures", texts["cli.procedures"], "DIR");

    /// <summary>Those that come with the program and those of the folder; null once it is told all that is wrong with its files.</summary>
    /// <param name="asked">The folder; that of the variable when null.</param>
    public static Procedures? Read(string? asked, System.CommandLine.Parsing.ArgumentResult result, Texts texts)
    {
        var folder = asked ?? Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrWhiteSpace(folder))
            return Procedures.Shipped;
        if (!Directory.Exists(folder))
        {
            result.AddError(texts.Fill("cli.procedures.no-folder", _ => folder));
            return null;
        }
        var paths = FileException.At(
            folder,
            () => Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).ToList()
        );
        if (paths.Count == 0)
        {
            result.AddError(texts.Fill("cli.procedures.none", _ => folder));
            return null;
        }
        var (procedures, problems) = Procedures.Shipped.With(
            paths.Select(path => (Path.GetFileName(path), FileException.At(path, () => (Stream)Content(path))))
        );
        if (procedures is null)
            result.AddError(
                string.Join(
                    "\n",
                    problems
                        .Select(problem => "  " + problem.In(texts.Language))
                        .Prepend(texts.Fill("cli.procedures.refused", _ => folder))
                )
            );
        return procedures;
    }

    private static MemoryStream Content(string path) => new(File.ReadAllBytes(path));
}

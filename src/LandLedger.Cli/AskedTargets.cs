using System.CommandLine;
using LandLedger.Clearance;
using LandLedger.Formats.Tables;

namespace LandLedger.Cli;

/// <summary><c>--targets FILE</c>: what is to be cleared in a year, part by part.</summary>
internal static class AskedTargets
{
    public static Option<string?> Option(Texts texts) =>
        Asked.Text("--targets", texts["cli.progress.targets"], "FILE.csv|.xlsx|.json");

    /// <summary>The targets of the file; none without one.</summary>
    /// <exception cref="UsageException">Something is wrong with it; all of that is told.</exception>
    public static IReadOnlyList<YearTarget> Of(string? path, Texts texts)
    {
        if (path is null)
            return [];
        var (targets, problems) = TargetFile.Read(
            FileException.At(path, () => File.OpenRead(path)),
            Path.GetFileName(path)
        );
        return targets
            ?? throw new UsageException(
                texts.Fill("cli.progress.targets.refused", _ => path)
                    + "\n"
                    + string.Join("\n", problems.Select(problem => "  " + problem.In(texts.Language)))
            );
    }

    /// <summary>Those of a year.</summary>
    /// <exception cref="UsageException">Something is wrong with the file, or it has none of the year.</exception>
    public static IReadOnlyList<YearTarget> OfYear(string? path, int year, Texts texts)
    {
        var all = Of(path, texts);
        return path is null || all.Any(target => target.Year == year)
            ? all
            : throw new UsageException(
                texts.Fill(
                    "cli.progress.targets.no-year",
                    name =>
                        name switch
                        {
                            "file" => path,
                            "year" => $"{year}",
                            _ => string.Join(", ", all.Select(target => target.Year).Distinct().Order()),
                        }
                )
            );
    }
}

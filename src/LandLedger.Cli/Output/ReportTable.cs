using System.Globalization;
using LandLedger.Import;

namespace LandLedger.Cli.Output;

/// <summary>An import report as text: what happened in one line, by which layouts, what changed, then the problems one by one.</summary>
internal static class ReportTable
{
    private const int MostListed = 50;
    private const string IssuesMore = "issues.more";
    private const string Earlier = "import.earlier";

    /// <summary>What an import did.</summary>
    /// <param name="hasFile">Whether the report is written to a file as well.</param>
    public static void Write(Shell shell, Texts texts, ImportReport report, bool hasFile)
    {
        shell.WriteLine(texts.Fill("cli.import." + OutcomeOf(report), name => Count(name, report)));
        foreach (var table in report.Tables)
        {
            shell.WriteLine(
                texts.Fill(
                    "cli.import.table",
                    name =>
                        name switch
                        {
                            "file" => table.File,
                            "layout" => table.Layout.Id,
                            _ => table.Layout.Title(texts.Language),
                        }
                )
            );
        }
        ChangeTable.Write(shell, texts, report);
        var counted = Unlisted(report.Issues);
        var more =
            !hasFile ? "cli.issues.more.no-file"
            : counted > 0 ? "cli.issues.more.cut"
            : "cli.issues.more";
        Write(shell, texts, report.Issues, more, counted);
    }

    /// <summary>Files of an earlier day are refused as a whole: there are no good records to keep.</summary>
    private static string OutcomeOf(ImportReport report)
    {
        var outcome = Fields.CodeText.Of(report.Outcome);
        return report.Issues.Any(issue => issue is { Code: Earlier, Severity: Severity.Refuse })
            ? outcome + ".earlier"
            : outcome;
    }

    /// <summary>How many doubtful or refused records are only counted, for there are too many of a kind.</summary>
    private static int Unlisted(IReadOnlyList<ImportIssue> issues) =>
        issues
            .Where(issue => issue.Code == IssuesMore)
            .Where(more =>
                issues.Any(issue =>
                    issue.Severity != Severity.Note && issue.File == more.File && issue.Code == more.Arguments["code"]
                )
            )
            .Sum(more => int.Parse(more.Arguments["value"], CultureInfo.InvariantCulture));

    /// <summary>What was refused or is doubtful one by one; notes by kind, with the first as an example.</summary>
    /// <param name="more">The text that tells how many more there are, and where they are listed.</param>
    /// <param name="unlisted">How many there are beside the issues.</param>
    public static void Write(Shell shell, Texts texts, IReadOnlyList<ImportIssue> issues, string more, int unlisted = 0)
    {
        var serious = issues
            .Where(issue => issue.Severity != Severity.Note)
            .OrderByDescending(i => i.Severity)
            .ToList();
        foreach (var issue in serious.Take(MostListed))
        {
            shell.WriteLine($"{SeverityName(issue, texts)} {Place(issue, texts)} {issue.Sentence(texts)}");
            if (issue.Fix(texts) is { } fix)
                shell.WriteLine("    → " + fix);
        }
        if (serious.Count > MostListed)
            shell.WriteLine(
                texts.Fill(
                    more,
                    name => Text(name == "value" ? serious.Count - MostListed + unlisted : ImportReport.MostOfACode)
                )
            );
        foreach (var kind in issues.Where(issue => issue.Severity == Severity.Note).GroupBy(issue => issue.Code))
        {
            var first = kind.First();
            var count = texts.Fill("cli.issues.times", _ => Text(kind.Count()));
            shell.WriteLine($"{SeverityName(first, texts)} {Place(first, texts)} {first.Sentence(texts)} {count}");
            if (first.Fix(texts) is { } fix)
                shell.WriteLine("    → " + fix);
        }
    }

    private static string SeverityName(ImportIssue issue, Texts texts) =>
        texts["severity." + Fields.CodeText.Of(issue.Severity)];

    private static string Place(ImportIssue issue, Texts texts)
    {
        var place = issue.File;
        if (issue.Line is { } line)
            place += texts.Fill("cli.place.line", _ => Text(line));
        if (issue.Title is { } title)
            place += texts.Fill("cli.place.column", _ => title);
        if (issue.Plot is { } plot)
            place += texts.Fill("cli.place.plot", _ => plot);
        return $"{place} [{issue.Code}]";
    }

    private static string? Count(string name, ImportReport report) =>
        name switch
        {
            "added" => Text(report.Added),
            "changed" => Text(report.Changed),
            "same" => Text(report.Same),
            "ended" => Text(report.Ended),
            "refused" => Text(report.Refused),
            "firmsAdded" => Text(report.FirmsAdded),
            "firmsChanged" => Text(report.FirmsChanged),
            "firmsSame" => Text(report.FirmsSame),
            "firmsEnded" => Text(report.FirmsEnded),
            _ => null,
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

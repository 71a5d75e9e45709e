using System.Globalization;
using LandLedger.Import;

namespace LandLedger.Cli.Output;

/// <summary>What an import changed, plot by plot: field, old and new value; then the plots that ended, file by file, and the firms likewise.</summary>
internal static class ChangeTable
{
    private const int MostListed = 20;

    public static void Write(Shell shell, Texts texts, ImportReport report)
    {
        var changed = report
            .Changes.Where(change => change.Kind == ChangeKind.Changed)
            .GroupBy(change => change.Plot)
            .Select(plot => (Plot: plot.Key, Facts: plot.SelectMany(change => change.Facts)))
            .ToList();
        foreach (var (plot, facts) in changed.Take(MostListed))
        {
            var told = string.Join(texts["list.semicolon"], facts.Select(fact => fact.Sentence(texts)));
            shell.WriteLine(texts.Fill("cli.changes.changed", name => name == "plot" ? plot : told));
        }
        if (changed.Count > MostListed)
            shell.WriteLine(texts.Fill("cli.changes.more", _ => Text(changed.Count - MostListed)));
        foreach (var file in report.Changes.Where(change => change.Kind == ChangeKind.Ended).GroupBy(c => c.File))
        {
            var plots = Listed(texts, [.. file.Select(change => change.Plot)], "cli.changes.ended-more");
            shell.WriteLine(texts.Fill("cli.changes.ended", name => name == "file" ? file.Key : plots));
        }
        WriteFirms(shell, texts, report);
    }

    private static void WriteFirms(Shell shell, Texts texts, ImportReport report)
    {
        var changed = report.FirmChanges.Where(change => change.Kind == ChangeKind.Changed).ToList();
        foreach (var firm in changed.Take(MostListed))
        {
            var facts = string.Join(texts["list.semicolon"], firm.Facts.Select(fact => fact.Sentence(texts)));
            shell.WriteLine(texts.Fill("cli.changes.firm", name => name == "firm" ? firm.Firm : facts));
        }
        if (changed.Count > MostListed)
            shell.WriteLine(texts.Fill("cli.changes.firms-more", _ => Text(changed.Count - MostListed)));
        foreach (var file in report.FirmChanges.Where(change => change.Kind == ChangeKind.Ended).GroupBy(c => c.File))
        {
            var firms = Listed(texts, [.. file.Select(change => change.Firm)], "cli.changes.firms-ended-more");
            shell.WriteLine(texts.Fill("cli.changes.firms-ended", name => name == "file" ? file.Key : firms));
        }
    }

    private static string Listed(Texts texts, string[] ended, string more)
    {
        var listed = string.Join(texts["list.comma"], ended.Take(MostListed));
        return ended.Length <= MostListed
            ? listed
            : texts.Fill(more, name => name == "value" ? Text(ended.Length - MostListed) : listed);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

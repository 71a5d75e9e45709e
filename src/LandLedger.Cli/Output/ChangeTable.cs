using System.Globalization;
using LandLedger.Import;

namespace LandLedger.Cli.Output;

/// <summary>What an import changed, plot by plot: field, old and new value; then the plots that ended, file by file.</summary>
internal static class ChangeTable
{
    private const int MostListed = 20;

    public static void Write(Shell shell, Texts texts, ImportReport report)
    {
        var changed = report.Changes.Where(change => change.Kind == ChangeKind.Changed).GroupBy(c => c.Plot).ToList();
        foreach (var plot in changed.Take(MostListed))
        {
            // Several rows may have changed one field: what it was before the first and is after the last.
            var facts = plot.SelectMany(change => change.Facts)
                .GroupBy(fact => fact.Field)
                .Select(field => new FactChange(field.Key, field.First().Old, field.Last().New).Sentence(texts));
            shell.WriteLine(
                texts.Fill(
                    "cli.changes.changed",
                    name => name == "plot" ? plot.Key : string.Join(texts["list.semicolon"], facts)
                )
            );
        }
        if (changed.Count > MostListed)
            shell.WriteLine(texts.Fill("cli.changes.more", _ => Text(changed.Count - MostListed)));
        foreach (var file in report.Changes.Where(change => change.Kind == ChangeKind.Ended).GroupBy(c => c.File))
        {
            var plots = Listed(texts, [.. file.Select(change => change.Plot)]);
            shell.WriteLine(texts.Fill("cli.changes.ended", name => name == "file" ? file.Key : plots));
        }
    }

    private static string Listed(Texts texts, string[] plots)
    {
        var listed = string.Join(texts["list.comma"], plots.Take(MostListed));
        return plots.Length <= MostListed
            ? listed
            : texts.Fill("cli.changes.ended-more", name => name == "plots" ? listed : Text(plots.Length - MostListed));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

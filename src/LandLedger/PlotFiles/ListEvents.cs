using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Issuing;

namespace LandLedger.PlotFiles;

/// <summary>
/// The issuing of a list and the steps about it as events of a plot that stands in it. Its row there is a matter of the whole list, of which not
/// everybody sees all who sees the plot.
/// </summary>
internal static class ListEvents
{
    /// <summary>What a list says of a plot that the file would not say else.</summary>
    private static readonly string[] Columns =
    [
        "category",
        "set_category",
        "set_basis",
        "cause",
        "idle_since",
        "measures",
        "measures_if_cause",
        "idle_fee",
        "reason",
        "clause",
    ];

    public static IEnumerable<PlotEvent> Of(ListedPlot listed, Texts texts)
    {
        var list = listed.List;
        yield return new(
            list.Day,
            list.Entry,
            Named("issued"),
            PlotEvents.Joined(texts, [.. Cells(listed.Row, texts), .. Issued(list, texts)])
        );
        foreach (var (step, entry) in listed.Steps)
            yield return new(step.Day, entry, Named(KindOf(step)), PlotEvents.Joined(texts, Details(step, texts)));

        string Named(string kind) => texts.Fill("plot-file.list." + kind, _ => list.Number.ToString());
    }

    private static IEnumerable<string?> Cells(IssuedRow row, Texts texts) =>
        from column in Columns.Select(id => DisposalColumns.Find(id)!)
        let cell = row[column]
        where cell.IsKnown
        select PlotEvents.Said(column.Title(texts), column.Words(cell, texts) ?? FactText.Of(cell, texts), texts);

    private static IEnumerable<string?> Issued(IssuedList list, Texts texts) =>
        [
            Titled("as-of", FactText.Day(list.AsOf, texts), texts),
            Titled("rules", $"{list.Package}@{list.Version}", texts),
            .. Told(list.Document, list.Reason, list.Who, texts),
        ];

    private static IEnumerable<string?> Details(ListStep step, Texts texts) =>
        [
            Titled("objector", step.Objector, texts),
            Titled("until", step.Until is { } until ? FactText.Day(until, texts) : null, texts),
            Titled("counted", step.Counted?.In(texts), texts),
            Titled("redaction", step.Redaction, texts),
            .. Told(step.Document, step.Reason, step.Who, texts),
        ];

    private static IEnumerable<string?> Told(string? document, string? reason, string who, Texts texts) =>
        [
            PlotEvents.Said(ChangeText.Title("document", texts), document, texts),
            PlotEvents.Said(ChangeText.Title("reason", texts), reason, texts),
            Titled("who", who, texts),
        ];

    private static string KindOf(ListStep step) =>
        step.IsUpheld is { } upheld ? (upheld ? "upheld" : "rejected") : CodeText.Of(step.Kind);

    private static string? Titled(string title, string? value, Texts texts) =>
        PlotEvents.Said(texts["plot-file.detail." + title], value, texts);
}

using System.Globalization;
using LandLedger.Cases;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Import.Merging;
using LandLedger.Issuing;
using LandLedger.Ledger;
using LandLedger.Office;

namespace LandLedger.PlotFiles;

/// <summary>A part of a plot file: rows under the titles of their columns; plain lines where there are no titles.</summary>
public sealed record PlotFilePart(
    string Title,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows
);

/// <summary>
/// All that a ledger holds of one plot, on one paper (一地一档): its facts, the figures of years, how it is judged on a day and why, what
/// happened in order of days, and what was recorded when and by whom. Words and figures are those of explanation and list.
/// </summary>
public sealed record PlotFile
{
    public required string Title { get; init; }

    /// <summary>What it rests on: the day judged, the data, the last entry about the plot.</summary>
    public required IReadOnlyList<string> Basis { get; init; }

    public required Evaluation Evaluation { get; init; }

    public required IReadOnlyList<PlotFilePart> Parts { get; init; }

    /// <summary>Puts it together from what a store has of the plot beside its evaluation.</summary>
    /// <param name="evaluation">Of the plot, with its findings.</param>
    /// <param name="lists">The issued lists of the store.</param>
    /// <exception cref="StoreException">An entry was altered into something that cannot be read.</exception>
    public static PlotFile Of(Evaluation evaluation, IPlotStore store, ListBook lists, ListBasis basis, Texts texts)
    {
        var key = PlotKey.Of(evaluation.Plot);
        var history = PlotHistory.At(store.Ledger, key, on: null, recorded: null).Entries;
        var former = history.Select(entry => entry.Was is { } was ? Subject.PlotOf(was) : null).OfType<PlotKey>();
        return Of(
            evaluation,
            history,
            [
                .. new CaseBook(store, OfficeBook.CalendarOf(store.Ledger)).List(
                    new() { Plot = key.Number, County = key.County }
                ),
            ],
            [.. lists.Having([.. former, key])],
            basis,
            texts
        );
    }

    /// <summary>Puts it together; nothing is worked out here.</summary>
    /// <param name="evaluation">Of the plot, with its findings.</param>
    /// <param name="history">Its entries in the order of their numbers.</param>
    /// <param name="cases">All about the plot; of them the steps up to the day judged are told.</param>
    /// <param name="lists">All in which it stands; of them what was done up to the day judged is told.</param>
    public static PlotFile Of(
        Evaluation evaluation,
        IReadOnlyList<LedgerEntry> history,
        IReadOnlyList<BookedCase> cases,
        IReadOnlyList<ListedPlot> lists,
        ListBasis basis,
        Texts texts
    )
    {
        var plot = evaluation.Plot;
        return new()
        {
            Title = texts.Fill("plot-file.title", _ => basis.IdOf(plot)),
            Basis = [.. BasisOf(evaluation, history, basis, texts)],
            Evaluation = evaluation,
            Parts =
            [
                .. (
                    (PlotFilePart[])
                        [
                            new(texts["plot-file.facts"], Titles(texts, "item", "content"), [.. Facts(plot, texts)]),
                            new(texts["plot-file.years"], YearTitles(texts), [.. Years(plot, texts)]),
                            new(texts["plot-file.judgement"], [], [.. Lines(evaluation, texts)]),
                            new(
                                texts["plot-file.events"],
                                Titles(texts, "day", "event", "detail"),
                                [.. PlotEvents.Of(evaluation, cases, lists, texts)]
                            ),
                            new(
                                texts["plot-file.entries"],
                                Titles(texts, "number", "recorded", "since", "entry", "by"),
                                [.. Entries(history, texts)]
                            ),
                        ]
                ).Where(part => part.Rows.Count > 0),
            ],
        };
    }

    private static IEnumerable<string> BasisOf(
        Evaluation evaluation,
        IReadOnlyList<LedgerEntry> history,
        ListBasis basis,
        Texts texts
    )
    {
        yield return texts.Fill("plot-file.as-of", _ => FactText.Day(evaluation.AsOf, texts));
        if (basis.Data is { } data)
            yield return texts.Fill("plot-file.data", _ => data);
        if (history is [.., var last])
            yield return texts.Fill(
                "plot-file.last",
                name => name == "number" ? last.Number.ToString(CultureInfo.InvariantCulture) : LedgerRow.Time(last.At)
            );
    }

    /// <summary>What is known; what is not is told by the judgement, where it matters.</summary>
    private static IEnumerable<string[]> Facts(Plot plot, Texts texts)
    {
        foreach (var field in PlotFields.All)
        {
            if (field.Of(plot) is { IsKnown: true } fact)
                yield return [ChangeText.Title(field.Id, texts), ChangeText.Value(field.Id, fact.ToString(), texts)];
        }
        if (plot.Measured is { } measured)
        {
            yield return [Measured("plane"), Mu(measured.Plane)];
            yield return [Measured("ellipsoidal"), Mu(measured.Ellipsoidal)];
        }

        string Measured(string basis) => texts.Fill("plot-file." + basis, _ => plot.Measured.PlaneCrs);
        string Mu(Area area) => FactText.Of(Fact.Of(area), texts);
    }

    private static string[] YearTitles(Texts texts) =>
        [
            .. RowFields
                .Yearly.Except([RowFields.Staff])
                .Prepend(RowFields.Year)
                .Select(field => ChangeText.Title(field.Id, texts)),
            texts["plot-file.figure"],
        ];

    private static IEnumerable<string[]> Years(Plot plot, Texts texts) =>
        plot.Years.Select(year =>
            (string[])
                [
                    year.Year.ToString(CultureInfo.InvariantCulture),
                    .. DifferingFigures.Figures(year).Select(figure => FactText.Of(figure.Fact, texts)),
                    texts["figure." + Codes.Of(year.Basis)],
                ]
        );

    private static IEnumerable<string[]> Lines(Evaluation evaluation, Texts texts) =>
        Explanation.Of(evaluation, texts.Language).Lines.Select(line => (string[])[line]);

    private static IEnumerable<string[]> Entries(IReadOnlyList<LedgerEntry> history, Texts texts) =>
        HistoryEntry
            .Of(history, texts)
            .Select(told =>
                (string[])
                    [
                        told.Entry.Number.ToString(CultureInfo.InvariantCulture),
                        LedgerRow.Time(told.Entry.At),
                        FactText.Day(told.Entry.Since, texts),
                        string.Join(
                            '\n',
                            told.Facts.Select(fact => fact.Sentence(texts)).Prepend(Heading(told, texts))
                        ),
                        string.Join('\n', ((string?[])[told.Entry.By, told.Entry.Why]).OfType<string>()),
                    ]
            );

    private static string Heading(HistoryEntry told, Texts texts) =>
        told.Source.Length == 0
            ? told.Kind
            : texts.Fill("plot-file.entry-from", name => name == "kind" ? told.Kind : told.Source);

    private static string[] Titles(Texts texts, params string[] columns) =>
        [.. columns.Select(column => texts["plot-file.column." + column])];
}

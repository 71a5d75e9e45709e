using System.CommandLine;
using LandLedger.Cases;
using LandLedger.Cli.Output;
using LandLedger.Import;
using LandLedger.Issuing;

namespace LandLedger.Cli.Commands.Issued;

/// <summary><c>landledger issued publish|object|decide|close NUMBER --day DATE --store S</c></summary>
internal static class IssuedSteps
{
    public static Command Publish(Shell shell, Texts texts)
    {
        var until = Asked.DayOrNone("--until", texts["cli.issued.until"], texts);
        var days = new Option<int?>("--days") { Description = texts["cli.issued.days"], HelpName = "N" };
        var working = new Option<bool>("--working") { Description = texts["cli.issued.working"] };
        days.Validators.Add(result =>
        {
            if (result.GetResult(until) is not null)
                result.AddError(texts["cli.issued.until-and-days"]);
        });
        return Of(
            shell,
            texts,
            "publish",
            "cli.issued.published",
            [until, days, working],
            (parsed, step, book, _) =>
                Counted(
                    step with
                    {
                        Kind = ListStepKind.Published,
                        Redaction = Redaction.Default.ToString(),
                        Until = parsed.GetValue(until),
                    },
                    parsed.GetValue(days),
                    parsed.GetValue(working),
                    book,
                    texts
                )
        );
    }

    public static Command Object(Shell shell, Texts texts)
    {
        var row = new Option<int?>("--row") { Description = texts["cli.issued.row"], HelpName = "N" };
        var plot = Asked.Text("--plot", texts["cli.issued.plot"], "PLOT");
        var objector = Asked.Text("--objector", texts["cli.issued.objector"], "NAME");
        return Of(
            shell,
            texts,
            "object",
            "cli.issued.objected",
            [row, plot, objector],
            (parsed, step, book, list) =>
                step with
                {
                    Kind = ListStepKind.Objected,
                    Row = parsed.GetValue(plot) is { } asked
                        ? RowOf(book.Rows(list), asked, texts)
                        : parsed.GetValue(row),
                    Objector = parsed.GetValue(objector),
                }
        );
    }

    public static Command Decide(Shell shell, Texts texts)
    {
        var objection = new Option<int?>("--objection") { Description = texts["cli.issued.objection"], HelpName = "N" };
        var upheld = new Option<bool>("--upheld") { Description = texts["cli.issued.upheld"] };
        var rejected = new Option<bool>("--rejected") { Description = texts["cli.issued.rejected"] };
        rejected.Validators.Add(result =>
        {
            if (result.GetValue(upheld) && result.GetValue(rejected))
                result.AddError(texts["cli.issued.upheld-and-rejected"]);
        });
        return Of(
            shell,
            texts,
            "decide",
            "cli.issued.decided",
            [objection, upheld, rejected],
            (parsed, step, _, _) =>
                step with
                {
                    Kind = ListStepKind.Decided,
                    Objection = parsed.GetValue(objection),
                    IsUpheld =
                        parsed.GetValue(upheld) ? true
                        : parsed.GetValue(rejected) ? false
                        : null,
                }
        );
    }

    public static Command Close(Shell shell, Texts texts) =>
        Of(shell, texts, "close", "cli.issued.closed", [], (_, step, _, _) => step with { Kind = ListStepKind.Closed });

    private static Command Of(
        Shell shell,
        Texts texts,
        string name,
        string told,
        Option[] further,
        Func<ParseResult, ListStep, ListBook, IssuedList, ListStep> step
    )
    {
        var number = IssuedCommand.Number(texts);
        var store = Asked.Store(texts);
        var day = Asked.Day("--day", texts["cli.issued.day"], texts);
        var by = Asked.By(texts, shell.User);
        var reason = Asked.Text("--reason", texts["cli.issued.reason"], "TEXT");
        var document = Asked.Text("--document", texts["cli.issued.document"], "NUMBER");
        var key = Asked.Text("--key", texts["cli.issued.key"], "KEY");
        var command = new Command(name, texts["cli.issued." + name]) { number, store, day };
        foreach (var option in (Option[])[.. further, by, reason, document, key, Asked.Lang(texts)])
            command.Options.Add(option);
        command.SetAction(parsed =>
        {
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Write);
            if (IssuedCommand.Find(shell, texts, opened, parsed.GetValue(number)) is not { } list)
                return Exit.InputRefused;
            var book = new ListBook(opened);
            var taken = new ListStep
            {
                Kind = default,
                Day = parsed.GetValue(day),
                Who = parsed.GetValue(by) ?? shell.User,
                Reason = parsed.GetValue(reason),
                Document = parsed.GetValue(document),
            };
            var (now, refusal) = book.Take(
                list.Number,
                step(parsed, taken, book, list),
                new() { At = shell.Clock.GetLocalNow(), Key = parsed.GetValue(key) }
            );
            return IssuedPage.Tell(shell, texts, told, now, refusal);
        });
        return command;
    }

    /// <summary>The publication, its last day counted where a number of days is given.</summary>
    private static ListStep Counted(ListStep step, int? days, bool working, ListBook book, Texts texts)
    {
        var (counted, refusal) = PublicationPeriod.Of(step, days, working, book.Calendar);
        return counted ?? throw new UsageException(refusal!.In(texts.Language));
    }

    /// <summary>The row of the plot that the list calls so.</summary>
    private static int RowOf(IEnumerable<IssuedRow> rows, string plot, Texts texts)
    {
        var found = rows.Index()
            .Where(row => row.Item.Id == plot || row.Item.Plot.Number == plot || row.Item.Plot.ToString() == plot)
            .Select(row => row.Index + 1)
            .ToList();
        return found is [var only]
            ? only
            : throw new UsageException(
                texts.Fill(
                    found.Count == 0 ? "cli.issued.no-plot" : "cli.issued.plots",
                    name => name == "value" ? plot : string.Join(texts["list.comma"], found)
                )
            );
    }
}

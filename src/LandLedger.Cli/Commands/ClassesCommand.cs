using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Formats.Json;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Turns;

namespace LandLedger.Cli.Commands;

/// <summary>
/// <c>landledger classes PLOT --store S --from DATE --to DATE</c>: what a plot counted as on each day, by what is known now, or had been recorded at
/// a time.
/// </summary>
internal static class ClassesCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var plot = new Argument<string>("PLOT") { Description = texts["field.plot"] };
        UsageProblems.NoOptions(plot, texts);
        var store = Asked.Store(texts);
        var from = Asked.Day("--from", texts["cli.classes.from"], texts);
        var to = Asked.Day("--to", texts["cli.classes.to"], texts);
        var county = Asked.County(texts, texts["cli.explain.county"]);
        var rules = Asked.Rules(texts);
        var recorded = Asked.Recorded(texts, shell.Clock);
        var format = Asked.Format(texts, "table", "json");
        var lang = Asked.Lang(texts);
        var command = new Command("classes", texts["cli.classes"])
        {
            plot,
            store,
            from,
            to,
            county,
            rules,
            recorded,
            format,
            lang,
        };
        command.SetAction(
            (parsed, cancel) =>
            {
                var (first, last) = (parsed.GetValue(from), parsed.GetValue(to));
                if (!ClassSpan.Covers(first, last))
                    throw new UsageException(texts["cli.classes.days"]);
                var (place, time) = (parsed.GetValue(store)!, parsed.GetValue(recorded));
                var package = AskedRules.Of(parsed.GetValue(rules)!, place, time, texts);
                using var opened = place.Open(StoreMode.Read);
                var key = OnePlot.Of(opened, parsed.GetValue(plot)!, parsed.GetValue(county), texts);
                var park =
                    KnownPark.At(opened, time, time).First
                    ?? throw new UsageException(texts.Fill("cli.recorded.none", _ => LedgerRow.Time(time!.Value)));
                var spans = ClassSpan.Of(park, key, package, first, last, cancel);
                if (parsed.GetValue(format) == "json")
                    CaseJson.WriteTo(
                        shell.Out,
                        json =>
                        {
                            json.WriteStartObject();
                            ClassSpanJson.WriteMembers(json, key, package, park.Ledger.Head(), spans, texts);
                            json.WriteEndObject();
                        }
                    );
                else
                    ClassesPage.Write(shell, texts, spans);
                return Task.FromResult(Exit.Done);
            }
        );
        return command;
    }
}

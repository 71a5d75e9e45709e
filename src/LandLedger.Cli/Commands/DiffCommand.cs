using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Formats.Json;
using LandLedger.Formats.Lists;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Turns;

namespace LandLedger.Cli.Commands;

/// <summary>
/// <c>landledger diff --store S --from DATE --to DATE</c>: which plots have another class on the later day, and whether facts, rules or the
/// mere passing of time turned it. Each day is judged by what had been recorded at its end, unless a time is named.
/// </summary>
internal static class DiffCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var from = Asked.Day("--from", texts["cli.diff.from"], texts);
        var to = Asked.Day("--to", texts["cli.diff.to"], texts);
        var recordedFrom = Asked.Recorded("--recorded-from", texts["cli.diff.recorded-from"], texts, shell.Clock);
        var recordedTo = Asked.Recorded("--recorded-to", texts["cli.diff.recorded-to"], texts, shell.Clock);
        var rules = Asked.Rules(texts);
        var rulesTo = new Option<string?>("--rules-to")
        {
            Description = texts["cli.diff.rules-to"],
            HelpName = "PACKAGE",
        };
        var format = Asked.Format(texts, "table", "json", "csv", "ndjson");
        var lang = Asked.Lang(texts);
        var command = new Command("diff", texts["cli.diff"])
        {
            store,
            from,
            to,
            recordedFrom,
            recordedTo,
            rules,
            rulesTo,
            format,
            lang,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var (first, last) = (parsed.GetValue(from), parsed.GetValue(to));
                var (known, later) = (
                    parsed.GetValue(recordedFrom) ?? Past(first),
                    parsed.GetValue(recordedTo) ?? Past(last)
                );
                if (first > last || (known ?? DateTimeOffset.MaxValue) > (later ?? DateTimeOffset.MaxValue))
                    throw new UsageException(texts["cli.diff.order"]);
                var place = parsed.GetValue(store)!;
                var package = parsed.GetValue(rules)!;
                var ruleSet = AskedRules.Of(package, place, known, texts);
                var laterRules = parsed.GetValue(rulesTo) is { } other
                    ? AskedRules.Of(other, place, later, texts)
                    : ruleSet;
                using var opened = place.Open(StoreMode.Read);
                var (then, now) = KnownPark.At(opened, known, later);
                var (one, two) = (
                    new TurnSide(then ?? throw None(known), ruleSet, first),
                    new TurnSide(now ?? throw None(later), laterRules, last)
                );
                var turns = new ClassTurns(one, two);
                switch (parsed.GetValue(format))
                {
                    case "json":
                        await TurnJson.WriteAsync(shell.Out, turns, one, two, cancel);
                        break;
                    case "ndjson":
                        await TurnJson.WriteLinesAsync(shell.Out, turns, cancel);
                        break;
                    case "csv":
                        await TurnCsv.WriteAsync(shell.Out, turns, one, two, texts, cancel);
                        break;
                    default:
                        TurnPage.Write(shell, texts, turns, one, two);
                        break;
                }
                await shell.Out.FlushAsync(cancel);
                return Exit.Done;
            }
        );
        return command;

        UsageException None(DateTimeOffset? recorded) =>
            new(texts.Fill("cli.recorded.none", _ => LedgerRow.Time(recorded!.Value)));

        DateTimeOffset? Past(DateOnly day) =>
            AskedTime.PastEnd(day, shell.Clock.LocalTimeZone, shell.Clock.GetUtcNow());
    }
}

using System.CommandLine;
using System.Globalization;
using LandLedger.Cases;
using LandLedger.Clearance;
using LandLedger.Cli.Output;
using LandLedger.Formats.Json;
using LandLedger.Formats.Lists;
using LandLedger.Import;
using LandLedger.Issuing;
using LandLedger.Office;
using LandLedger.Rules;
using LandLedger.Service;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger progress --store S --year Y --on DATE [--base NUMBER] [--targets FILE]</c>: how far the stock of the year is cleared.</summary>
internal static class ProgressCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var year = new Option<int>("--year")
        {
            Description = texts["cli.progress.year"],
            HelpName = "YYYY",
            Required = true,
        };
        var on = Asked.Day("--on", texts["cli.progress.on"], texts);
        var list = Asked.Text("--base", texts["cli.progress.base"], "NUMBER");
        var rules = Asked.Rules(texts);
        var plots = new Option<int?>("--target-plots")
        {
            Description = texts["cli.progress.target-plots"],
            HelpName = "N",
        };
        var mu = Number("--target-mu", texts["cli.progress.target-mu"], "MU", most: null, texts);
        var share = Number("--target-share", texts["cli.progress.target-share"], "0.6", most: 1, texts);
        var targets = AskedTargets.Option(texts);
        var format = Asked.Format(texts, "table", "json", "csv");
        var lang = Asked.Lang(texts);
        var command = new Command("progress", texts["cli.progress"])
        {
            store,
            year,
            on,
            list,
            rules,
            plots,
            mu,
            share,
            targets,
            format,
            lang,
        };
        command.SetAction(parsed =>
        {
            var place = parsed.GetValue(store)!;
            var (of, day) = (parsed.GetValue(year), parsed.GetValue(on));
            if (day.Year != of)
                throw new UsageException(
                    texts.Fill("cli.progress.other-year", name => name == "year" ? $"{of}" : Words.Day(day))
                );
            var ofYear = AskedTargets.OfYear(parsed.GetValue(targets), of, texts);
            using var opened = place.Open(StoreMode.Read);
            var set = AskedRules.OfPast(parsed.GetValue(rules)!, opened.Ledger, texts);
            if (Stock(shell, texts, place, set, of, parsed.GetValue(list)) is not { } stock)
                return Exit.InputRefused;
            var target = new ClearanceTarget(parsed.GetValue(plots), parsed.GetValue(mu), parsed.GetValue(share));
            using var park = new OpenPark(shell, texts, place, set, day);
            var table = ClearanceTable.Of(
                stock,
                of,
                day,
                park.Basis,
                park.Evaluations(shapes: false, toFile: false, KeptFindings.None),
                new CaseBook(opened, OfficeBook.CalendarOf(opened.Ledger)).List(CaseQuery.All),
                OfficeBook.CalendarOf(opened.Ledger),
                target == new ClearanceTarget(null, null, null) ? null : target,
                ofYear
            );
            switch (parsed.GetValue(format))
            {
                case "json":
                    CaseJson.WriteTo(shell.Out, json => ClearanceJson.Write(json, table));
                    break;
                case "csv":
                    shell.Out.Write(ClearanceCsv.Write(table, texts));
                    shell.Out.Flush();
                    break;
                default:
                    ProgressPage.Write(shell, texts, table);
                    break;
            }
            return Exit.Done;
        });
        return command;
    }

    /// <summary>That of the list, else the plots as they are judged on 1 January; null once it is told that there is no such list.</summary>
    private static ClearanceStock? Stock(
        Shell shell,
        Texts texts,
        StorePlace place,
        RuleSet rules,
        int year,
        string? list
    )
    {
        if (list is null)
        {
            using var park = new OpenPark(shell, texts, place, rules, new(year, 1, 1));
            return ClearanceStock.Of(park.Basis, park.Evaluations(shapes: false, toFile: false, KeptFindings.None));
        }
        if (ListNumber.Parse(list) is not { } number)
            throw new UsageException(texts.Fill("cli.issued.number.form", _ => list));
        using var opened = place.Open(StoreMode.Read);
        var book = new ListBook(opened);
        if (book.Find(number) is { } issued)
            return ClearanceStock.Of(issued, book.Rows(issued));
        shell.Error.WriteLine(ListBook.Unknown(number).In(texts.Language));
        return null;
    }

    /// <summary>A number above 0.</summary>
    private static Option<decimal?> Number(string name, string description, string shown, decimal? most, Texts texts) =>
        new(name)
        {
            Description = description,
            HelpName = shown,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (
                    decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                    && value > 0
                    && (most is not { } largest || value <= largest)
                )
                    return value;
                result.AddError(texts.Fill("cli.progress.target-wrong", place => place == "option" ? name : text));
                return null;
            },
        };
}

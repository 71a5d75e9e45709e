using System.CommandLine;
using System.Globalization;
using LandLedger.Acreage;
using LandLedger.Cli.Output;
using LandLedger.Fields;
using LandLedger.Formats.Json;
using LandLedger.Import;
using Spectre.Console;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger charges --store S --on DATE [--by mortgagee|zone] [--recorded TIME]</c>: the mortgages that stand on a day.</summary>
internal static class ChargesCommand
{
    private static readonly string[] Columns =
    [
        "certificates",
        "plots",
        "mu",
        "mu-unknown",
        "secured",
        "secured-unknown",
    ];

    public static Command Of(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var on = Asked.Day("--on", texts["cli.charges.on"], texts);
        var by = new Option<string>("--by")
        {
            Description = texts["cli.charges.by"],
            DefaultValueFactory = _ => CodeText.Of(ChargeBy.Mortgagee),
        };
        UsageProblems.Among(by, texts, [.. Enum.GetValues<ChargeBy>().Select(CodeText.Of)]);
        var recorded = Asked.Recorded(texts, shell.Clock);
        var format = Asked.Format(texts, "table", "json");
        var lang = Asked.Lang(texts);
        var command = new Command("charges", texts["cli.charges"]) { store, on, by, recorded, format, lang };
        command.SetAction(parsed =>
        {
            var day = parsed.GetValue(on);
            using var asked = new AskedStore(parsed.GetValue(store)!, parsed.GetValue(recorded), texts);
            var table = ChargeTable.Of(
                asked.Store.Plots(new() { On = day }),
                day,
                CodeText.Parse<ChargeBy>(parsed.GetValue(by))
            );
            if (parsed.GetValue(format) == "json")
                CaseJson.WriteTo(shell.Out, json => ChargesJson.Write(json, table));
            else
                Show(shell, texts, table);
            return Exit.Done;
        });
        return command;
    }

    private static void Show(Shell shell, Texts texts, ChargeTable table)
    {
        var shown = new Table().Border(TableBorder.Simple);
        shown.AddColumn(texts[table.By == ChargeBy.Zone ? "field.zone" : "field.charge_mortgagee"]);
        foreach (var column in Columns)
            shown.AddColumn(new TableColumn(texts["charges." + column]).RightAligned());
        foreach (var row in table.Rows)
            Add(row.Key ?? texts["word.unknown"], row);
        Add(texts["list.total"], table.Total);
        var page = new Page(shell);
        page.Line(texts.Fill("charges.head", _ => table.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        page.Add(shown);
        if (table.Unsure > 0)
            page.Line(texts.Fill("charges.unsure", _ => Words.Count(table.Unsure)));
        page.Print();

        void Add(string name, ChargeSum sum) =>
            shown.AddRow([
                Markup.Escape(name),
                Words.Count(sum.Certificates),
                Words.Count(sum.Plots),
                Figure(sum.Area.ToMu(SumTable.Decimals)),
                Words.Count(sum.WithoutArea),
                Figure(sum.Secured.Yuan),
                Words.Count(sum.WithoutSecured),
            ]);
    }

    private static string Figure(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}

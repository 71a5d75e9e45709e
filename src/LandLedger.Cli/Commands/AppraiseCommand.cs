using System.CommandLine;
using LandLedger.Appraisal;
using LandLedger.Cli.Output;
using LandLedger.Formats.Json;
using LandLedger.Formats.Lists;
using LandLedger.Import;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger appraise --store S --year Y --package ID [--prices ID] [--firm CODE]</c>: points, places and grades of firms.</summary>
internal static class AppraiseCommand
{
    public static Command Of(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var year = AskedAppraisal.Year(texts);
        var package = new Option<string>("--package")
        {
            Description = texts.Fill("cli.appraise.package", _ => AskedAppraisal.Codes(texts)),
            HelpName = "ID|FILE",
            Required = true,
        };
        var prices = new Option<string[]>("--prices")
        {
            Description = texts.Fill("cli.appraise.prices", _ => AskedAppraisal.PriceCodes(texts)),
            HelpName = "ID",
        };
        var firm = Asked.Text("--firm", texts["cli.appraise.firm"], "CODE");
        var format = Asked.Format(texts, "table", "json", "csv");
        var lang = Asked.Lang(texts);
        var command = new Command("appraise", texts["cli.appraise"])
        {
            store,
            year,
            package,
            prices,
            firm,
            format,
            lang,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var of = parsed.GetValue(year);
                var by = AskedAppraisal.Package(parsed.GetValue(package)!, of, texts);
                PriceTable[] tables =
                [
                    .. (parsed.GetValue(prices) ?? []).Select(asked => AskedAppraisal.Prices(asked, texts)),
                ];
                using var opened = parsed.GetValue(store)!.Open(StoreMode.Read);
                List<FirmFigures> firms = [.. opened.Firms().Select(one => FirmFigures.Of(one, of))];
                var appraisal = new Appraiser(by, tables).Appraise(firms);
                if (parsed.GetValue(firm) is { } asked)
                    appraisal = Only(asked, appraisal, texts);
                switch (parsed.GetValue(format))
                {
                    case "json":
                        await AppraisalJson.WriteAsync(shell.Out, appraisal, texts, cancel);
                        break;
                    case "csv":
                        await AppraisalCsv.WriteAsync(shell.Out, appraisal, texts, cancel);
                        break;
                    default:
                        Write(shell, appraisal, parsed.GetValue(firm) is not null, texts);
                        break;
                }
                await shell.Out.FlushAsync(cancel);
                return Exit.Done;
            }
        );
        return command;
    }

    /// <summary>The appraisal of all, with one firm of it.</summary>
    private static ParkAppraisal Only(string asked, ParkAppraisal appraisal, Texts texts) =>
        appraisal.Firms.Where(score => score.Firm.Code == asked).ToList() is { Count: > 0 } found
            ? appraisal with
            {
                Firms = found,
            }
            : throw new UsageException(texts.Fill("cli.appraise.firm-unknown", _ => asked));

    private static void Write(Shell shell, ParkAppraisal appraisal, bool isOne, Texts texts)
    {
        if (!isOne)
        {
            AppraisalPage.Write(shell, appraisal, texts);
            return;
        }
        foreach (
            var line in appraisal.Firms.SelectMany(score =>
                AppraisalExplanation.Of(score, appraisal.Package, texts.Language)
            )
        )
            shell.WriteLine(line);
    }
}

using System.Globalization;
using System.Text;
using LandLedger.Acreage;
using LandLedger.Clearance;
using LandLedger.Formats.Json;

namespace LandLedger.Formats.Lists;

/// <summary>A clearance table as CSV of the form of <see cref="CsvList"/>: a row a part, mu exact; what it rests on stands in the last columns.</summary>
public static class ClearanceCsv
{
    private static readonly string[] Sums = ["stock", "cleared", "ended", "remaining"];

    private static readonly string[] NotSet = ["", "", "", ""];

    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static byte[] Write(ClearanceTable table, Texts texts)
    {
        var text = new StringBuilder();
        Append(
            text,
            [
                texts["clearance.by"],
                texts["clearance.key"],
                .. Sums.SelectMany(sum =>
                    AcreageWords.SumTitles(texts).Select(title => $"{texts["clearance." + sum]} {title}")
                ),
                texts["clearance.share-plots"],
                texts["clearance.share-stated"],
                texts["clearance.share-measured"],
                texts["target.plots"],
                texts["target.mu"],
                texts["target.share"],
                texts["target.reached"],
                texts["clearance.on"],
                texts["clearance.stock-of"],
                texts["column.package"],
                texts["column.version"],
                texts["list.data"],
            ]
        );
        foreach (var (name, family, lines) in ClearanceWords.Parts(table))
        {
            foreach (var line in lines)
                Append(text, [texts["clearance." + name], ClearanceWords.Key(line.Key, family, texts)], line, table);
        }
        foreach (var line in table.Targets.SelectMany(part => part.Lines))
            Append(
                text,
                [texts["target.of"], ClearanceWords.Part(line.Target, texts)],
                line.Line,
                table,
                Set(line, texts)
            );
        Append(text, [texts["list.total"], ""], table.Total, table);
        return [.. WithMark.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Plots, mu and share that are set, and whether they are reached.</summary>
    private static string[] Set(TargetLine line, Texts texts) =>
        line.Target?.Target is { } set
            ?
            [
                set.Plots is { } plots ? Whole(plots) : "",
                set.Mu is { } mu ? JsonForm.Trim(mu).ToString(CultureInfo.InvariantCulture) : "",
                set.Share is { } share ? ClearanceWords.PerCent(share) : "",
                texts[line.IsReached == true ? "clearance.reached" : "clearance.not-reached"],
            ]
            : NotSet;

    private static void Append(
        StringBuilder text,
        string[] named,
        ClearanceLine line,
        ClearanceTable table,
        string[]? set = null
    ) =>
        Append(
            text,
            [
                .. named.Select(CsvText.Guard),
                .. new[] { line.Stock, line.Cleared, line.Ended, line.Remaining }.SelectMany(Figures),
                ClearanceWords.PerCent(line.ShareOfPlots),
                ClearanceWords.PerCent(line.ShareOfStated),
                ClearanceWords.PerCent(line.ShareOfMeasured),
                .. set ?? NotSet,
                Fact.Of(table.On).ToString(),
                table.Stock.List?.ToString() ?? Fact.Of(table.Stock.Basis.AsOf).ToString(),
                CsvText.Guard(table.Basis.Package),
                CsvText.Guard(table.Basis.Version),
                CsvText.Guard(table.Basis.Data ?? ""),
            ]
        );

    private static void Append(StringBuilder text, string[] cells) =>
        text.AppendJoin(',', cells.Select(CsvText.Quote)).Append("\r\n");

    private static string[] Figures(AcreageSum sum) =>
        [Whole(sum.Plots), Mu(sum.Stated), Whole(sum.WithoutStated), Mu(sum.Measured), Whole(sum.WithoutMeasured)];

    private static string Whole(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Mu(Area area) => JsonForm.Trim(area.Mu).ToString(CultureInfo.InvariantCulture);
}

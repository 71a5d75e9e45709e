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
        Append(text, [texts["list.total"], ""], table.Total, table);
        return [.. WithMark.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Append(StringBuilder text, string[] named, ClearanceLine line, ClearanceTable table) =>
        Append(
            text,
            [
                .. named.Select(CsvText.Guard),
                .. new[] { line.Stock, line.Cleared, line.Ended, line.Remaining }.SelectMany(Figures),
                ClearanceWords.PerCent(line.ShareOfPlots),
                ClearanceWords.PerCent(line.ShareOfStated),
                ClearanceWords.PerCent(line.ShareOfMeasured),
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

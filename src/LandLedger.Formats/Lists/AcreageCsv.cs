using System.Globalization;
using System.Text;
using LandLedger.Acreage;
using LandLedger.Disposal;
using LandLedger.Formats.Json;

namespace LandLedger.Formats.Lists;

/// <summary>
/// An acreage table as CSV of the form of <see cref="CsvList"/>: titles, the rows, nothing else; mu exact. What it rests on stands in the last
/// columns of each row.
/// </summary>
public static class AcreageCsv
{
    private static readonly string[] Basis = ["column.as_of", "column.package", "column.version", "list.data"];

    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static async Task WriteAsync(
        Stream output,
        AcreageTable table,
        ListBasis basis,
        Texts texts,
        CancellationToken cancel = default
    )
    {
        var withPlots = table.Rows is [{ Plots: not null }, ..];
        string[] plotTitle = withPlots ? [texts["column.plot"]] : [];
        var text = new StringBuilder();
        Append(
            text,
            [
                .. table.By.Select(by => AcreageWords.Title(by, texts)),
                .. AcreageWords.SumTitles(texts),
                .. plotTitle,
                .. Basis.Select(title => texts[title]),
            ]
        );
        string[] rested = [basis.Package, basis.Version, basis.Data ?? ""];
        string[] judged = [Fact.Of(basis.AsOf).ToString(), .. rested.Select(CsvText.Guard)];
        foreach (var row in table.Rows)
        {
            string[] plots = row.Plots is null ? [] : [string.Join(texts["list.comma"], row.Plots)];
            Append(
                text,
                [
                    .. row.Keys.Select((key, i) => CsvText.Guard(AcreageWords.Key(table.By[i], key, texts))),
                    .. Figures(row.Sum),
                    .. plots.Select(CsvText.Guard),
                    .. judged,
                ]
            );
        }
        await output.WriteAsync(WithMark.GetPreamble(), cancel).ConfigureAwait(false);
        await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancel).ConfigureAwait(false);
    }

    private static void Append(StringBuilder text, string[] cells) =>
        text.AppendJoin(',', cells.Select(CsvText.Quote)).Append("\r\n");

    private static string[] Figures(AcreageSum sum) =>
        [Whole(sum.Plots), Mu(sum.Stated), Whole(sum.WithoutStated), Mu(sum.Measured), Whole(sum.WithoutMeasured)];

    private static string Whole(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Mu(Area area) => JsonForm.Trim(area.Mu).ToString(CultureInfo.InvariantCulture);
}

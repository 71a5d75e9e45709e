using System.Globalization;
using LandLedger.Acreage;
using Spectre.Console;

namespace LandLedger.Cli.Output;

/// <summary>Plots and mu by both areas as a table: a line a part, then what rounding leaves and the whole.</summary>
internal sealed class SumTable
{
    private const int Decimals = 2;

    private static readonly string[] Columns =
    [
        "list.plots",
        "column.stated_mu",
        "list.without-stated",
        "column.measured_mu",
        "list.without-measured",
    ];

    private readonly Texts _texts;
    private readonly string[] _blank;

    /// <summary>An empty one; the titles are the heads of the columns that name a part.</summary>
    public SumTable(Texts texts, params string[] titles)
    {
        _texts = texts;
        _blank = [.. titles.Skip(1).Select(_ => "")];
        foreach (var title in titles)
            Table.AddColumn(title);
        foreach (var column in Columns)
            Table.AddColumn(new TableColumn(texts[column]).RightAligned());
    }

    public Table Table { get; } = new Table().Border(TableBorder.Simple);

    public void Add(IEnumerable<string> names, AcreageSum sum) =>
        Line(
            names,
            Whole(sum.Plots),
            Mu(sum.Stated.ToMu(Decimals)),
            Whole(sum.WithoutStated),
            Mu(sum.Measured.ToMu(Decimals)),
            Whole(sum.WithoutMeasured)
        );

    /// <summary>The last lines, under parts that add up to the whole.</summary>
    public void Close(Remainder remainder, AcreageSum total)
    {
        if (!remainder.IsZero)
            Line(Named("list.remainder"), "", Mu(remainder.Stated), "", Mu(remainder.Measured), "");
        Add(Named("list.total"), total);
    }

    private IEnumerable<string> Named(string text) => [_texts[text], .. _blank];

    private void Line(IEnumerable<string> names, params string[] figures) =>
        Table.AddRow([.. names.Select(Markup.Escape), .. figures]);

    private static string Whole(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Mu(decimal mu) => mu.ToString("0.00", CultureInfo.InvariantCulture);
}

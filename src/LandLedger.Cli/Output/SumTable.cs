using System.Globalization;
using LandLedger.Acreage;
using Spectre.Console;

namespace LandLedger.Cli.Output;

/// <summary>Plots and mu by both areas as a table: a line a part, then what rounding leaves and the whole.</summary>
internal sealed class SumTable
{
    public const int Decimals = 2;

    private readonly Texts _texts;
    private readonly int _names;

    /// <summary>An empty one; the titles are the heads of the columns that name a part, and of one that lists its plots, if any.</summary>
    public SumTable(Texts texts, IReadOnlyList<string> titles, string? plots = null)
    {
        (_texts, _names) = (texts, titles.Count);
        foreach (var title in titles)
            Table.AddColumn(title);
        foreach (var title in AcreageWords.SumTitles(texts))
            Table.AddColumn(new TableColumn(title).RightAligned());
        if (plots is not null)
            Table.AddColumn(new TableColumn(plots).NoWrap());
    }

    public Table Table { get; } = new Table().Border(TableBorder.Simple);

    public void Add(IEnumerable<string> names, AcreageSum sum, IReadOnlyList<string>? plots = null) =>
        Line(
            names,
            Whole(sum.Plots),
            Mu(sum.Stated.ToMu(Decimals)),
            Whole(sum.WithoutStated),
            Mu(sum.Measured.ToMu(Decimals)),
            Whole(sum.WithoutMeasured),
            plots is null ? "" : Markup.Escape(string.Join('\n', plots))
        );

    /// <summary>A line for the parts above that begin with the same name.</summary>
    public void AddSubtotal(string name, AcreageSum sum) => Add([name, _texts["list.subtotal"]], sum);

    /// <summary>The last lines, under parts that add up to the whole.</summary>
    public void Close(Remainder remainder, AcreageSum total)
    {
        if (!remainder.IsZero)
            Line([_texts["list.remainder"]], "", Mu(remainder.Stated), "", Mu(remainder.Measured));
        Add([_texts["list.total"]], total);
    }

    private void Line(IEnumerable<string> names, params string[] figures)
    {
        string[] named = [.. names.Select(Markup.Escape)];
        var blank = Enumerable.Repeat("", _names - named.Length);
        Table.AddRow([.. new[] { named, blank, figures }.SelectMany(cells => cells).Take(Table.Columns.Count)]);
    }

    private static string Whole(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Mu(decimal mu) => mu.ToString("0.00", CultureInfo.InvariantCulture);
}

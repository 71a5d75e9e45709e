using LandLedger.Acreage;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Issuing;

namespace LandLedger.Clearance;

/// <summary>A plot of the stock, with its class and its mu as the stock has them.</summary>
/// <param name="Category">The class that counts: the one that a case set, else the one that the rules give.</param>
/// <param name="Sum">Of this one plot.</param>
public readonly record struct StockPlot(PlotKey Plot, Category Category, AcreageSum Sum);

/// <summary>The stock that is to be cleared in a year (存量): idle, used for something else, or low-efficiency when it was taken.</summary>
public sealed record ClearanceStock
{
    /// <summary>The classes that are stock.</summary>
    public static IReadOnlyList<Category> Categories { get; } =
    [Category.Idle, Category.UseChanged, Category.LowEfficiency];

    /// <summary>The issued list that it stands in; null where the plots were judged.</summary>
    public ListNumber? List { get; init; }

    /// <summary>The day as of which the plots were judged, and by which rules.</summary>
    public required ListBasis Basis { get; init; }

    public required IReadOnlyList<StockPlot> Plots { get; init; }

    /// <summary>How many plots of the list are of other classes and no stock.</summary>
    public int Outside { get; init; }

    /// <summary>The stock that a list was issued with; mu to four decimals, as it stands there.</summary>
    public static ClearanceStock Of(IssuedList list, IEnumerable<IssuedRow> rows)
    {
        StockPlot[] plots = [.. rows.Select(Of)];
        StockPlot[] stock = [.. plots.Where(plot => Categories.Contains(plot.Category))];
        return new()
        {
            List = list.Number,
            Basis = list.Basis,
            Plots = stock,
            Outside = plots.Length - stock.Length,
        };
    }

    /// <summary>The stock among judged plots.</summary>
    public static ClearanceStock Of(ListBasis basis, IEnumerable<Evaluation> judged) =>
        new()
        {
            Basis = basis,
            Plots =
            [
                .. judged
                    .Where(evaluation => Categories.Contains(evaluation.CountsAs))
                    .Select(evaluation => new StockPlot(
                        PlotKey.Of(evaluation.Plot),
                        evaluation.CountsAs,
                        AcreageSum.Of(evaluation.Plot)
                    )),
            ],
        };

    private static StockPlot Of(IssuedRow row)
    {
        var (stated, measured) = (Cell("stated_mu").Number, Cell("measured_mu").Number);
        return new(
            row.Plot,
            CodeText.Parse<Category>(Cell("set_category").Text ?? Cell("category").Text),
            new(
                1,
                Area.FromMu(stated ?? 0),
                stated is null ? 1 : 0,
                Area.FromMu(measured ?? 0),
                measured is null ? 1 : 0
            )
        );

        Fact Cell(string column) => row.Cells.GetValueOrDefault(column);
    }
}

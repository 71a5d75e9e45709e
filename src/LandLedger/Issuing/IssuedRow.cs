using LandLedger.Disposal;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Ledger;

namespace LandLedger.Issuing;

/// <summary>A row of an issued list (清单行) as it was frozen: what stands in its columns, whatever became of the plot since.</summary>
/// <param name="Id">What the plot is called in the list.</param>
/// <param name="Cells">By id of the column; what was not known is not there.</param>
/// <param name="Shape">Null where the plot had none.</param>
public sealed record IssuedRow(PlotKey Plot, string Id, IReadOnlyDictionary<string, Fact> Cells, PlotShape? Shape)
{
    /// <summary>The cell of a column, unknown where nothing stood there.</summary>
    public Fact this[DisposalColumn column] => Cells.GetValueOrDefault(column.Id);

    /// <summary>A line as it stands now; numbers as entries have them, without zeros at their end.</summary>
    internal static IssuedRow Of(ListLine line, IReadOnlyList<DisposalColumn> columns)
    {
        var cells = new Dictionary<string, Fact>(columns.Count, StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (line[column] is { IsKnown: true } fact)
                cells[column.Id] = fact.Number is { } number ? Fact.Of(SaidJson.Trim(number), fact.Unit) : fact;
        }
        return new(line.Plot, line.Id, cells, line.Shape);
    }
}

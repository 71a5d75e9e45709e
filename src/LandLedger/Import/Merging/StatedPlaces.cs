using LandLedger.Fields;

namespace LandLedger.Import.Merging;

/// <summary>
/// Which row of an import stated which facts and parts of a plot, whether or not it changed anything. Kept only where several tables may speak
/// of one plot; beyond so many plots it begins anew, so that memory stays bounded.
/// </summary>
internal sealed class StatedPlaces(bool hold)
{
    private const int MostPlots = 200_000;

    private readonly Dictionary<PlotKey, List<Statement>> _byPlot = [];

    public void Note(PlotKey plot, ParsedRow row)
    {
        if (!hold)
            return;
        if (!_byPlot.TryGetValue(plot, out var statements))
        {
            if (_byPlot.Count == MostPlots)
                _byPlot.Clear();
            _byPlot.Add(plot, statements = new(1));
        }
        var fields = FieldSet.SpokenOf(row);
        if (row.Shape is not null)
            fields = fields.With(RowFields.Geometry);
        statements.Add(new(row.File, row.Line, fields, RowParts.Of(row)));
    }

    /// <summary>Where a part of the plot was stated, and how; the last first.</summary>
    public IEnumerable<Statement<T>> Of<T>(PlotKey plot, PartKind<T> kind, T part)
        where T : class
    {
        if (!_byPlot.TryGetValue(plot, out var statements))
            yield break;
        for (var i = statements.Count - 1; i >= 0; i--)
        {
            if (statements[i].Parts is not { } parts)
                continue;
            foreach (var stated in kind.StatedBy(parts))
            {
                if (kind.IsSame(stated, part))
                    yield return new(statements[i].File, statements[i].Line, stated);
            }
        }
    }

    /// <summary>Where a field of the plot was stated last, or null when no row of this import states it.</summary>
    /// <param name="otherThan">A file whose rows do not count.</param>
    public (string File, int Line)? Of(PlotKey plot, Field field, string? otherThan = null)
    {
        if (!_byPlot.TryGetValue(plot, out var statements))
            return null;
        for (var i = statements.Count - 1; i >= 0; i--)
        {
            if (statements[i].Fields.Contains(field) && statements[i].File != otherThan)
                return (statements[i].File, statements[i].Line);
        }
        return null;
    }

    /// <summary>Gives a plot its county.</summary>
    public void Move(PlotKey from, PlotKey to)
    {
        if (_byPlot.Remove(from, out var statements))
            _byPlot[to] = statements;
    }

    /// <summary>A row, and the plot facts and parts that it states or takes back.</summary>
    private readonly record struct Statement(string File, int Line, FieldSet Fields, RowParts? Parts);
}

/// <summary>A row, and a part that it states.</summary>
internal sealed record Statement<T>(string File, int Line, T Part);

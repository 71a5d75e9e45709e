using LandLedger.Fields;

namespace LandLedger.Import.Checks;

/// <summary>
/// Outlines that disagree with the area that was stated before the import. Survey and paper of a plot come in files of their own, so a
/// difference is told only when no later row states the area anew, which is held against the outline itself.
/// </summary>
internal sealed class AreaDoubts(IssueLog issues)
{
    /// <summary>Beyond so many they are told at once, so that memory stays bounded.</summary>
    private const int MostHeld = 10_000;

    private readonly Dictionary<PlotKey, ImportIssue> _held = [];

    /// <summary>Takes in what a row shows of a plot.</summary>
    /// <param name="row">A row that draws the plot or states its area.</param>
    /// <param name="found">What is odd about the area; null where nothing is.</param>
    public void Note(ParsedRow row, PlotKey plot, ImportIssue? found)
    {
        _held.Remove(plot);
        if (found is null)
            return;
        if (row.Fact(PlotFields.StatedMu).IsKnown || _held.Count == MostHeld)
            issues.Add(found);
        else
            _held.Add(plot, found);
    }

    public void Move(PlotKey from, PlotKey to)
    {
        if (_held.Remove(from, out var found))
            _held[to] = found;
    }

    /// <summary>Tells those that no row has settled.</summary>
    public void Tell()
    {
        issues.AddAll(_held.Values);
        _held.Clear();
    }
}

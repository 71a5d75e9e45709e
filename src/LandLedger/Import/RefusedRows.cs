namespace LandLedger.Import;

/// <summary>A cell of a row that was refused, as written.</summary>
public sealed record RefusedCell(string Title, string Value);

/// <summary>A row that was refused (拒收行), kept aside so that it can be put right and delivered again; the issues of its line say why.</summary>
/// <param name="Line">1-based, as the user sees it.</param>
/// <param name="Cells">Those that are not blank, in their order; texts of more than 4,000 characters, which are outlines, are left out.</param>
public sealed record RefusedRow(string File, int Line, string? Plot, IReadOnlyList<RefusedCell> Cells);

/// <summary>The rows that one import refuses; of each file the first thousand are kept, the rest counted.</summary>
internal sealed class RefusedRows
{
    private const int LongestText = 4000;

    private readonly List<RefusedRow> _kept = [];
    private readonly Dictionary<string, int> _ofFile = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public IReadOnlyList<RefusedRow> Kept => _kept;

    public void Add(ParsedRow row)
    {
        Count++;
        var before = _ofFile.GetValueOrDefault(row.File);
        _ofFile[row.File] = before + 1;
        if (before < ImportReport.MostOfACode)
            _kept.Add(new(row.File, row.Line, row.Plot, [.. Cells(row)]));
    }

    /// <summary>Counts a record that its reader could not split into cells.</summary>
    public void AddUnread() => Count++;

    private static IEnumerable<RefusedCell> Cells(ParsedRow row) =>
        from column in row.Table?.Columns ?? []
        where column.Index < row.Cells.Length
        let value = row.Cells[column.Index]
        where !string.IsNullOrWhiteSpace(value) && value.Length <= LongestText
        select new RefusedCell(column.Title, value);
}

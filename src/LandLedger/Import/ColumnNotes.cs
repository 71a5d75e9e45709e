using LandLedger.Import.Cells;

namespace LandLedger.Import;

/// <summary>Remarks on cells that repeat down a column (1900-01-01 as "no date"): counted and told once, with the first line.</summary>
internal sealed class ColumnNotes
{
    private readonly Dictionary<(string Code, int Column), Seen> _seen = [];

    public void Add(string code, MappedColumn column, int line, string value)
    {
        var key = (code, column.Column.Index);
        if (_seen.TryGetValue(key, out var seen))
            seen.Count++;
        else
            _seen.Add(key, new(column, line, value));
    }

    public void Report(RawFile file)
    {
        foreach (var ((code, _), seen) in _seen)
        {
            file.Issues.Add(
                new()
                {
                    Code = code,
                    Severity = Severity.Note,
                    File = file.Name,
                    Line = seen.Line,
                    Column = seen.Column.Column.Index + 1,
                    Title = seen.Column.Column.Title,
                    Field = seen.Column.Field.Id,
                    Value = FileIssues.Cut(seen.Value),
                    Arguments = new Dictionary<string, string> { ["count"] = CellText.Count(seen.Count) },
                }
            );
        }
        _seen.Clear();
    }

    private sealed class Seen(MappedColumn column, int line, string value)
    {
        public MappedColumn Column { get; } = column;

        public int Line { get; } = line;

        public string Value { get; } = value;

        public int Count { get; set; } = 1;
    }
}

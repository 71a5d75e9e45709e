using LandLedger.Import.Cells;

namespace LandLedger.Import.Columns;

/// <summary>
/// Remarks on cells that repeat down a column (1900-01-01 as "no date", a unit that nobody stated): counted and told once, with the
/// first line.
/// </summary>
internal sealed class ColumnNotes
{
    private readonly Dictionary<(string Code, int Column), Seen> _seen = [];

    /// <summary>Counts a note of one code about a column, told once with its first value.</summary>
    /// <param name="read">What the first value was read as, where that is told.</param>
    public void Add(string code, Severity severity, MappedColumn column, int line, string value, decimal? read = null)
    {
        var key = (code, column.Column.Index);
        if (_seen.TryGetValue(key, out var seen))
            seen.Count++;
        else
            _seen.Add(key, new(severity, column, line, value, read));
    }

    public void Report(RawFile file)
    {
        foreach (var ((code, _), seen) in _seen)
        {
            file.Issues.Add(
                new()
                {
                    Code = code,
                    Severity = seen.Severity,
                    File = file.Name,
                    Line = seen.Line,
                    Column = seen.Column.Column.Index + 1,
                    Title = seen.Column.Column.Title,
                    Field = seen.Column.Field.Id,
                    Value = FileIssues.Cut(seen.Value),
                    Arguments = seen.Arguments(),
                }
            );
        }
        _seen.Clear();
    }

    private sealed class Seen(Severity severity, MappedColumn column, int line, string value, decimal? read)
    {
        public Severity Severity => severity;

        public MappedColumn Column => column;

        public int Line => line;

        public string Value => value;

        public int Count { get; set; } = 1;

        public Dictionary<string, string> Arguments()
        {
            var arguments = new Dictionary<string, string> { ["count"] = CellText.Count(Count) };
            if (read is { } number)
            {
                arguments["unit"] = column.Unit!.Id;
                arguments["read"] = Fact.Of(StoredNumber.Rounded(number), column.Field.Unit).ToString();
            }
            return arguments;
        }
    }
}

using LandLedger.Fields;
using LandLedger.Import.Cells;
using LandLedger.Import.Columns;

namespace LandLedger.Import;

/// <summary>The cells of one row as facts, by <see cref="MappedColumn.Slot"/>, with what was wrong. Used again for every row.</summary>
internal sealed class RowCells
{
    private readonly RawFile _file;
    private readonly ColumnNotes _notes;
    private readonly Fact[] _facts;
    private List<ImportIssue>? _issues;
    private List<UnstatedArea>? _unstated;
    private List<MappedColumn>? _withdrawn;

    public RowCells(RawFile file, ColumnNotes notes, int slots)
    {
        _facts = new Fact[slots];
        _file = file;
        _notes = notes;
    }

    public RawRow Row { get; private set; } = null!;

    public bool Refused { get; private set; }

    public IReadOnlyList<UnstatedArea> Unstated => _unstated ?? (IReadOnlyList<UnstatedArea>)[];

    /// <summary>Columns in which the row takes back what was said before.</summary>
    public IReadOnlyList<MappedColumn> Withdrawn => _withdrawn ?? (IReadOnlyList<MappedColumn>)[];

    public void Begin(RawRow row)
    {
        Row = row;
        Refused = false;
        _issues = null;
        _unstated = null;
        _withdrawn = null;
        Array.Clear(_facts);
    }

    public Fact this[Field field]
    {
        get => _facts[field.Ordinal];
        set => _facts[field.Ordinal] = value;
    }

    public Fact this[MappedColumn column]
    {
        get => _facts[column.Slot];
        set => _facts[column.Slot] = value;
    }

    /// <summary>The known plot facts, in order of their ordinals.</summary>
    public FieldFact[] PlotFactsKnown()
    {
        var count = 0;
        var plotFields = PlotFields.All;
        for (var i = 0; i < plotFields.Count; i++)
            count += _facts[i].IsKnown ? 1 : 0;
        var known = new FieldFact[count];
        for (int i = 0, at = 0; at < count; i++)
        {
            if (_facts[i].IsKnown)
                known[at++] = new(plotFields[i], _facts[i]);
        }
        return known;
    }

    public void Withdraw(MappedColumn column) => (_withdrawn ??= []).Add(column);

    /// <summary>A remark that is the same for many cells of a column: counted, told once.</summary>
    public void Note(string code, MappedColumn column, string value) =>
        _notes.Add(code, Severity.Note, column, Row.Line, value);

    /// <summary>A number without a unit in a column whose unit the file does not state: told with what it was read as.</summary>
    public void NoteUnit(MappedColumn column, string value, decimal read)
    {
        if (UnstatedArea.Is(column))
            (_unstated ??= []).Add(new(column, value, read));
        if (column.UnitSource == UnitSource.Assumed)
            _notes.Add("unit.assumed", Severity.Warn, column, Row.Line, value, read);
        else if (column.UnitSource == UnitSource.Layout)
            _notes.Add("unit.layout", Severity.Note, column, Row.Line, value, read);
    }

    public void Warn(string code, MappedColumn? column, string? value, params (string, string)[] arguments) =>
        Add(code, Severity.Warn, column, value, arguments);

    public void Refuse(string code, MappedColumn? column, string? value, params (string, string)[] arguments)
    {
        Refused = true;
        Add(code, Severity.Refuse, column, value, arguments);
    }

    private void Add(
        string code,
        Severity severity,
        MappedColumn? column,
        string? value,
        (string Name, string Value)[] arguments
    )
    {
        _issues ??= [];
        var issue = new ImportIssue
        {
            Code = code,
            Severity = severity,
            File = _file.Name,
            Line = Row.Line,
            Column = column?.Column.Index + 1,
            Title = column?.Column.Title,
            Field = column?.Field.Id,
            Value = value is null ? null : FileIssues.Cut(value),
        };
        _issues.Add(
            arguments.Length == 0 ? issue : issue with { Arguments = arguments.ToDictionary(x => x.Name, x => x.Value) }
        );
    }

    /// <summary>The issues with the plot number that was read after some of them.</summary>
    public IReadOnlyList<ImportIssue> IssuesOf(string? plot)
    {
        if (_issues is null)
            return [];
        if (plot is null)
            return _issues;
        for (var i = 0; i < _issues.Count; i++)
            _issues[i] = _issues[i] with { Plot = plot };
        return _issues;
    }
}

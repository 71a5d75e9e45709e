namespace LandLedger.Fields;

/// <summary>What kind of value a field holds; decides parsing, unit, column type and check.</summary>
public enum FieldType
{
    Text,

    /// <summary>Several texts, separated by 、 or ; in files.</summary>
    TextList,

    /// <summary>One of a published list of codes.</summary>
    Code,
    Flag,
    Date,

    /// <summary>Mu once read; files may use m², ha or mu.</summary>
    Area,

    /// <summary>Yuan once read; files may use 元, 万元 or 亿元.</summary>
    Money,
    MoneyPerMu,

    /// <summary>0 to 1 once read; files may use percent.</summary>
    Share,
    Number,

    /// <summary>Well-known text of a polygon or multipolygon.</summary>
    Geometry,
}

/// <summary>
/// One scalar fact of a plot, or a column of files beside these: its name everywhere (<see cref="Id"/>: column, file header and JSON member alike), its type and
/// how to read it off a plot. Titles and descriptions stand in the texts under <c>field.ID</c>.
/// </summary>
public sealed class Field : INeeded
{
    private readonly Func<Plot, Fact>? _read;

    internal Field(int ordinal, string id, FieldType type, Unit unit, Type? codes, Func<Plot, Fact>? read)
    {
        Ordinal = ordinal;
        Id = id;
        Type = type;
        Unit = unit;
        Codes = codes is null ? [] : CodeText.All(codes);
        _read = read;
    }

    public int Ordinal { get; }

    public string Id { get; }

    public FieldType Type { get; }

    public Unit Unit { get; }

    /// <summary>The allowed codes of a <see cref="FieldType.Code"/> field, else empty.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Whether this is a scalar fact of a plot; else it only comes in rows of files.</summary>
    public bool IsPlotFact => _read is not null;

    /// <summary>The fact as the plot has it; unknown for a field that plots do not have.</summary>
    public Fact Of(Plot plot) => _read is null ? default : _read(plot);

    public override string ToString() => Id;
}

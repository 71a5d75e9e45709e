namespace LandLedger.Disposal;

/// <summary>What the cells of a column hold; each format writes a type in one way.</summary>
public enum ColumnType
{
    Text,

    /// <summary>A code; people read the word that the texts have for it.</summary>
    Code,

    /// <summary>Several codes with a comma between them.</summary>
    CodeList,
    Number,
    Date,
    Flag,
}

/// <summary>
/// One column of a disposal list and, alike, one property of a map feature. <see cref="Id"/> is its name in JSON and in the
/// GeoPackage; titles stand in the texts under <c>column.ID</c>. Numbers are rounded half up to <see cref="Decimals"/> here,
/// so that every format shows the same figure.
/// </summary>
public sealed class DisposalColumn
{
    private readonly Func<DisposalRow, Fact>? _judged;
    private readonly Func<Plot, DateOnly, Fact>? _fact;

    /// <summary>A column of what the rules say.</summary>
    internal DisposalColumn(
        string id,
        ColumnType type,
        Func<DisposalRow, Fact> judged,
        Unit unit = Unit.None,
        int decimals = 0,
        string family = "",
        IReadOnlyList<string>? codes = null
    )
        : this(id, type, unit, decimals)
    {
        Family = family;
        Codes = codes ?? [];
        _judged = judged;
    }

    /// <summary>A column of what the plot has.</summary>
    internal DisposalColumn(
        string id,
        ColumnType type,
        Func<Plot, DateOnly, Fact> fact,
        Unit unit = Unit.None,
        int decimals = 0
    )
        : this(id, type, unit, decimals) => _fact = fact;

    private DisposalColumn(string id, ColumnType type, Unit unit, int decimals)
    {
        Id = id;
        Type = type;
        Unit = unit;
        Decimals = decimals;
    }

    public string Id { get; }

    public ColumnType Type { get; }

    /// <summary>The unit of a number column; titles say it.</summary>
    public Unit Unit { get; }

    /// <summary>Decimals that a number is shown with at most; per mu more where it would look whole, or like a limit, and is not.</summary>
    public int Decimals { get; }

    /// <summary>First part of the text keys of the codes, e.g. "category".</summary>
    public string Family { get; } = "";

    /// <summary>The codes that there are; empty where these hang on the package of rules, and for what is no code.</summary>
    public IReadOnlyList<string> Codes { get; } = [];

    /// <summary>Whether it tells what the rules say of a plot; else the plot alone tells it.</summary>
    public bool IsJudged => _judged is not null;

    /// <summary>The value: number, day, yes or no, text or code; unknown where there is none.</summary>
    public Fact Of(DisposalRow row) =>
        _judged is null ? Of(row.Plot, row.Evaluation.AsOf) : Rounded(_judged(row), row.Evaluation);

    /// <summary>The value on a day of a column that is not <see cref="IsJudged"/>.</summary>
    /// <exception cref="InvalidOperationException">It is judged.</exception>
    public Fact Of(Plot plot, DateOnly asOf) =>
        _fact is null ? throw new InvalidOperationException($"{Id} is judged") : Rounded(_fact(plot, asOf), Decimals);

    public string Title(Texts texts) => texts["column." + Id];

    /// <summary>A text or code as people read it; a code without a word stays as it is.</summary>
    public string? Words(Fact fact, Texts texts) =>
        fact.Text is not { } text ? null
        : Type == ColumnType.Code ? Word(text, texts)
        : Type == ColumnType.CodeList
            ? string.Join(texts.Language == Language.Chinese ? "、" : "; ", text.Split(',').Select(c => Word(c, texts)))
        : text;

    private Fact Rounded(Fact fact, Evaluation evaluation) =>
        Rounded(fact, Unit == Unit.YuanPerMu && fact.Number is { } figure ? evaluation.DecimalsOf(figure) : Decimals);

    private Fact Rounded(Fact fact, int decimals) =>
        Type != ColumnType.Number || fact.Number is not { } number || number.Scale <= decimals
            ? fact
            : Fact.Of(Rounding.HalfUp(number, decimals), fact.Unit);

    private string Word(string code, Texts texts)
    {
        var colon = code.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return texts.Find(Family + "." + code) ?? Sentence.Needed(code, texts);
        return texts.Fill(
            Family + ".if-cause",
            place =>
                place == "cause"
                    ? texts.Find("cause." + code[..colon]) ?? code[..colon]
                    : texts.Find(Family + "." + code[(colon + 1)..]) ?? code[(colon + 1)..]
        );
    }

    public override string ToString() => Id;
}

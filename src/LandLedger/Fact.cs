using System.Globalization;

namespace LandLedger;

public enum FactKind : byte
{
    Unknown,
    Number,
    Date,
    Flag,
    Text,
}

/// <summary>
/// The value of one fact about a plot: a number with its unit, a day, yes or no, a text, or unknown. <c>default</c> is
/// unknown, which is a value and never means "no". Equality is by kind, unit and value.
/// </summary>
public readonly record struct Fact
{
    private readonly decimal _number;
    private readonly string? _text;

    private Fact(FactKind kind, Unit unit, decimal number, string? text)
    {
        Kind = kind;
        Unit = unit;
        _number = number;
        _text = text;
    }

    public FactKind Kind { get; }

    public Unit Unit { get; }

    public bool IsKnown => Kind != FactKind.Unknown;

    public decimal? Number => Kind == FactKind.Number ? _number : null;

    public DateOnly? Date => Kind == FactKind.Date ? DateOnly.FromDayNumber((int)_number) : null;

    public bool? Flag => Kind == FactKind.Flag ? _number != 0 : null;

    public string? Text => _text;

    public static Fact Unknown => default;

    public static Fact Of(decimal? value, Unit unit) =>
        value is { } number ? new(FactKind.Number, unit, number, null) : default;

    public static Fact Of(DateOnly? value) =>
        value is { } day ? new(FactKind.Date, Unit.None, day.DayNumber, null) : default;

    public static Fact Of(bool? value) =>
        value is { } flag ? new(FactKind.Flag, Unit.None, flag ? 1 : 0, null) : default;

    public static Fact Of(string? value) => value is null ? default : new(FactKind.Text, Unit.None, 0, value);

    public static Fact Of(Area? value) => value is { } area ? Of(area.Mu, Unit.Mu) : default;

    public static Fact Of(Money? value) => value is { } money ? Of(money.Yuan, Unit.Yuan) : default;

    /// <summary>The value without its unit, in the invariant form that files and change reports use.</summary>
    public override string ToString() =>
        Kind switch
        {
            FactKind.Number => (_number / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
            FactKind.Date => Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FactKind.Flag => _number != 0 ? "true" : "false",
            FactKind.Text => _text!,
            _ => "",
        };
}

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
/// unknown, which is a value and never means "no". Equality is by kind, unit and value. Small, because an evaluation holds
/// two for each condition: a text or a <see cref="FactForm"/>, and the bits that the form says how to read.
/// </summary>
public readonly struct Fact : IEquatable<Fact>
{
    private readonly object? _form;
    private readonly long _bits;

    private Fact(object form, long bits) => (_form, _bits) = (form, bits);

    public FactKind Kind =>
        _form switch
        {
            null => FactKind.Unknown,
            FactForm form => form.Kind,
            _ => FactKind.Text,
        };

    public Unit Unit => (_form as FactForm)?.Unit ?? Unit.None;

    public bool IsKnown => _form is not null;

    public decimal? Number => _form is FactForm { Kind: FactKind.Number } form ? form.NumberOf(_bits) : null;

    public DateOnly? Date => _form is FactForm { Kind: FactKind.Date } ? DateOnly.FromDayNumber((int)_bits) : null;

    public bool? Flag => _form is FactForm { Kind: FactKind.Flag } ? _bits != 0 : null;

    public string? Text => _form as string;

    public static Fact Unknown => default;

    public static Fact Of(decimal? value, Unit unit) =>
        value is { } number ? new(FactForm.Of(number, unit, out var bits), bits) : default;

    public static Fact Of(DateOnly? value) => value is { } day ? new(FactForm.Date, day.DayNumber) : default;

    public static Fact Of(bool? value) => value is { } flag ? new(FactForm.Flag, flag ? 1 : 0) : default;

    public static Fact Of(string? value) => value is null ? default : new(value, 0);

    public static Fact Of(Area? value) => value is { } area ? Of(area.Mu, Unit.Mu) : default;

    public static Fact Of(Money? value) => value is { } money ? Of(money.Yuan, Unit.Yuan) : default;

    public static bool operator ==(Fact left, Fact right) => left.Equals(right);

    public static bool operator !=(Fact left, Fact right) => !left.Equals(right);

    public bool Equals(Fact other) =>
        Kind == other.Kind
        && Kind switch
        {
            FactKind.Number => Unit == other.Unit && Number == other.Number,
            FactKind.Text => string.Equals(Text, other.Text, StringComparison.Ordinal),
            _ => _bits == other._bits,
        };

    public override bool Equals(object? obj) => obj is Fact other && Equals(other);

    public override int GetHashCode() =>
        Kind switch
        {
            FactKind.Number => HashCode.Combine(Unit, Number),
            FactKind.Text => Text!.GetHashCode(StringComparison.Ordinal),
            var kind => HashCode.Combine(kind, _bits),
        };

    /// <summary>The value without its unit, in the invariant form that files and change reports use.</summary>
    public override string ToString() =>
        Kind switch
        {
            FactKind.Number => (Number!.Value / 1.000000000000000000000000000000m).ToString(
                CultureInfo.InvariantCulture
            ),
            FactKind.Date => Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FactKind.Flag => _bits != 0 ? "true" : "false",
            FactKind.Text => Text!,
            _ => "",
        };
}

using LandLedger.Acreage;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Ledger;

namespace LandLedger.Issuing;

/// <summary>What rows of an issued list add up to as they stand: areas as their cells have them.</summary>
internal sealed class RowTotals
{
    private static readonly PlotFlags[] Flags = [.. Enum.GetValues<PlotFlags>().Where(flag => flag != PlotFlags.None)];

    private readonly Dictionary<Category, AcreageSum> _categories = [];
    private readonly Dictionary<(MeasureKind Kind, Cause? IfCause), AcreageSum> _measures = [];
    private readonly Dictionary<PlotFlags, AcreageSum> _flags = [];
    private readonly Dictionary<(Category Computed, Category Set), AcreageSum> _set = [];
    private AcreageSum _total;
    private AcreageSum _held;
    private AcreageSum _mayBeHeld;

    /// <summary>Adds up rows.</summary>
    /// <exception cref="FormatException">A cell has a code that there is not.</exception>
    public static DisposalTotals Of(IEnumerable<IssuedRow> rows)
    {
        var totals = new RowTotals();
        foreach (var row in rows)
            totals.Add(row);
        return DisposalTotals.Of(
            totals._total,
            Each(totals._categories),
            Each(totals._measures),
            Each(totals._flags),
            Each(totals._set),
            (totals._held, default, totals._mayBeHeld),
            []
        );
    }

    private void Add(IssuedRow row)
    {
        var (stated, measured) = (Area(row, "stated_mu"), Area(row, "measured_mu"));
        var sum = new AcreageSum(
            1,
            stated ?? default,
            stated is null ? 1 : 0,
            measured ?? default,
            measured is null ? 1 : 0
        );
        _total += sum;
        var computed = Category(Text(row, "category")!);
        var counts = Text(row, "set_category") is { } set ? Category(set) : computed;
        Add(_categories, counts, sum);
        if (Text(row, "set_category") is not null)
            Add(_set, (computed, counts), sum);
        foreach (var measure in Codes(row, "measures").Concat(Codes(row, "measures_if_cause")).Distinct())
            Add(_measures, Measure(measure), sum);
        foreach (var flag in Codes(row, "flags"))
            Add(_flags, TotalsSaid.Code(flag, Fields.Codes.Of, Flags), sum);
        if (row.Cells.GetValueOrDefault("held").Flag == true)
            _held += sum;
        else if (Text(row, "held_basis") is not null)
            _mayBeHeld += sum;
    }

    /// <summary>"CAUSE:KIND" of one that a cause would open, else its kind.</summary>
    private static (MeasureKind, Cause?) Measure(string code)
    {
        var colon = code.IndexOf(':', StringComparison.Ordinal);
        var kind = TotalsSaid.Code(code[(colon + 1)..], Fields.Codes.Of, Enum.GetValues<MeasureKind>());
        return (kind, colon < 0 ? null : TotalsSaid.Code(code[..colon], Fields.Codes.Of, Enum.GetValues<Cause>()));
    }

    private static Category Category(string code) => TotalsSaid.Code(code, Fields.Codes.Of, Enum.GetValues<Category>());

    private static string? Text(IssuedRow row, string column) => row.Cells.GetValueOrDefault(column).Text;

    private static string[] Codes(IssuedRow row, string column) => Text(row, column)?.Split(',') ?? [];

    private static Area? Area(IssuedRow row, string column) =>
        row.Cells.GetValueOrDefault(column).Number is { } mu ? LandLedger.Area.FromMu(mu) : null;

    private static void Add<T>(Dictionary<T, AcreageSum> sums, T of, in AcreageSum sum)
        where T : notnull => sums[of] = sums.GetValueOrDefault(of) + sum;

    private static IEnumerable<DisposalTotal<T>> Each<T>(Dictionary<T, AcreageSum> sums)
        where T : notnull => sums.Select(sum => new DisposalTotal<T>(sum.Key, sum.Value));
}

using LandLedger.Import;

namespace LandLedger.Acreage;

/// <summary>What mortgages are added up by.</summary>
public enum ChargeBy
{
    Mortgagee,
    Zone,
}

/// <summary>Mortgages of one key.</summary>
/// <param name="Key">Mortgagee, or zone: all of them where a certificate lies on plots of several; null where nobody said.</param>
/// <param name="Plots">Plots on which they lie; one with several certificates counts in each.</param>
/// <param name="WithoutArea">Plots of certificates whose mortgaged area is not known, or told differently.</param>
/// <param name="Secured">The sum of a certificate counts once, on however many plots it lies.</param>
/// <param name="WithoutSecured">Certificates whose sum is not known, or told differently at its plots.</param>
public sealed record ChargeSum(
    string? Key,
    int Certificates,
    int Plots,
    Area Area,
    int WithoutArea,
    Money Secured,
    int WithoutSecured
)
{
    public static ChargeSum operator +(ChargeSum one, ChargeSum other) =>
        new(
            one.Key,
            one.Certificates + other.Certificates,
            one.Plots + other.Plots,
            one.Area + other.Area,
            one.WithoutArea + other.WithoutArea,
            one.Secured + other.Secured,
            one.WithoutSecured + other.WithoutSecured
        );

    public static ChargeSum Add(ChargeSum left, ChargeSum right) => left + right;
}

/// <summary>
/// The mortgages that stand on a day (抵押汇总): certificates, mu and secured sums by mortgagee or zone. Those whose day of registration is
/// not known and which are not released stand beside it and in no sum.
/// </summary>
public sealed record ChargeTable
{
    public required DateOnly On { get; init; }

    public required ChargeBy By { get; init; }

    /// <summary>In order of the key, the unknown one last.</summary>
    public required IReadOnlyList<ChargeSum> Rows { get; init; }

    /// <summary>The sum of the rows.</summary>
    public required ChargeSum Total { get; init; }

    /// <summary>Mortgages of which nobody can tell whether they stand on the day.</summary>
    public required int Unsure { get; init; }

    /// <summary>Adds up.</summary>
    /// <param name="plots">Those in the register on the day, streamed.</param>
    public static ChargeTable Of(IEnumerable<Plot> plots, DateOnly on, ChargeBy by)
    {
        var unsure = 0;
        var standing = new List<(Charge Charge, Plot Plot)>();
        foreach (var plot in plots)
        {
            foreach (var charge in plot.Charges)
            {
                if (charge.StandsOn(on) is not { } stands)
                    unsure++;
                else if (stands)
                    standing.Add((charge, plot));
            }
        }
        var rows = standing
            .GroupBy(one => one.Charge.Certificate ?? new object())
            .Select(certificate => Sum([.. certificate], by))
            .GroupBy(sum => sum.Key, StringComparer.Ordinal)
            .Select(group => group.Aggregate(ChargeSum.Add))
            .OrderBy(sum => sum.Key is null)
            .ThenBy(sum => sum.Key, StringComparer.Ordinal)
            .ToList();
        return new()
        {
            On = on,
            By = by,
            Rows = rows,
            Total = rows.Aggregate(new ChargeSum(null, 0, 0, default, 0, default, 0), ChargeSum.Add),
            Unsure = unsure,
        };
    }

    private static ChargeSum Sum(IReadOnlyList<(Charge Charge, Plot Plot)> certificate, ChargeBy by)
    {
        var keys = certificate
            .Select(one => by == ChargeBy.Zone ? one.Plot.Zone : one.Charge.Mortgagee)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        var sums = certificate.Select(one => one.Charge.Secured).Distinct().ToList();
        var secured = sums is [{ } one] ? one : (Money?)null;
        // Rows that contradict each other have left a plot more than one charge of a certificate.
        var areas = certificate
            .GroupBy(one => PlotKey.Of(one.Plot))
            .Select(plot => plot.Select(one => one.Charge.Area).Distinct().ToList() is [{ } only] ? only : (Area?)null)
            .ToList();
        return new(
            keys.Count == 0 ? null : string.Join('、', keys),
            1,
            areas.Count,
            areas.Aggregate(default(Area), (sum, area) => sum + (area ?? default)),
            areas.Count(area => area is null),
            secured ?? default,
            secured is null ? 1 : 0
        );
    }
}

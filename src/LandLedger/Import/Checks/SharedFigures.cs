using LandLedger.Fields;
using LandLedger.Import.Cells;
using LandLedger.Import.Merging;
using LandLedger.Metrics;

namespace LandLedger.Import.Checks;

/// <summary>
/// Figures of a year that the ledger states for a plot against those that its firms' come to there. The ledger's count; where the two are
/// further apart than <see cref="AreaCheck.Tolerance"/>, which rounding explains, both are told.
/// </summary>
internal sealed class SharedFigures(IReadOnlyList<Firm> firms, SharingResult sharing)
{
    /// <summary>A plot may have hundreds.</summary>
    private const int MostNamed = 3;

    private readonly Lazy<ILookup<Seat, Firm>> _firms = new(() =>
        firms
            .SelectMany(firm => firm.Occupancies.Select(Seat.Of).Distinct().Select(seat => (Seat: seat, Firm: firm)))
            .ToLookup(on => on.Seat, on => on.Firm)
    );

    /// <summary>A warning <c>plot.figure-shared</c> for each such figure of a year.</summary>
    /// <param name="stated">What the ledger states of the year.</param>
    /// <param name="place">Where it is told.</param>
    /// <param name="told">Where the ledger's figure stands, if that is another row of the import.</param>
    public IEnumerable<ImportIssue> Of(PlotKey plot, PlotYear stated, RawPlace place, RawPlace? told = null)
    {
        if (
            sharing.ByPlot.GetValueOrDefault(plot, []).FirstOrDefault(year => year.Year == stated.Year)
            is not { } shared
        )
            yield break;
        foreach (var (field, one, other) in DifferingFigures.Facts(stated, shared))
        {
            if (!one.IsKnown || !other.IsKnown || AreaCheck.Agree(one.Number!.Value, other.Number!.Value))
                continue;
            yield return place.Issue(
                "plot.figure-shared",
                Severity.Warn,
                ("value", one.ToString()),
                ("field", field.Id),
                ("year", CellText.Count(stated.Year)),
                ("shared", other.ToString()),
                ("firms", Names(plot, stated.Year)),
                ("statedIn", told?.File ?? ""),
                ("first", told?.Line is { } line ? CellText.Count(line) : "")
            ) with
            {
                Field = field.Id,
            };
        }
    }

    private string Names(PlotKey plot, int year)
    {
        var names = _firms
            .Value[new(plot.County, plot.Number)]
            .Where(firm => firm.Years.Any(known => known.Year == year))
            .Select(firm => firm.Name)
            .ToList();
        return string.Join('、', names.Take(MostNamed)) + (names.Count > MostNamed ? "…" : "");
    }
}

using LandLedger.Fields;

namespace LandLedger.PostGis.Schema;

/// <summary>The columns of the table of plots: one a field, in their order, then what only a store knows.</summary>
internal static class PlotColumns
{
    public static readonly int MeasuredMu = PlotFields.All.Count;
    public static readonly int PlaneCrs = MeasuredMu + 1;
    public static readonly int EllipsoidalMu = MeasuredMu + 2;
    public static readonly int SurveyCrs = MeasuredMu + 3;
    public static readonly int EndedOn = MeasuredMu + 4;
    public static readonly int EnteredOn = MeasuredMu + 5;
    public static readonly int Geom = MeasuredMu + 6;

    public static readonly string[] Names =
    [
        .. PlotFields.All.Select(field => field.Id),
        "measured_mu",
        "plane_crs",
        "ellipsoidal_mu",
        "survey_crs",
        "ended_on",
        "entered_on",
        "geom",
    ];

    /// <summary>All columns of a plot p; the outline as little-endian WKB, or null where it is not wanted.</summary>
    public static string Select(bool shapes) =>
        string.Join(", ", Names[..^1].Select(name => "p." + name))
        + (shapes ? ", ST_AsBinary(p.geom, 'NDR')" : ", NULL::bytea");
}

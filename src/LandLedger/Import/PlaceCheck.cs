using System.Globalization;
using LandLedger.Geometry;

namespace LandLedger.Import;

/// <summary>
/// Sees what a single shape cannot tell: a plot that lands far from the rest of the park (a wrong central meridian), and a plot
/// that moved by just the shift of the web maps (GCJ-02).
/// </summary>
internal sealed class PlaceCheck
{
    private const double FarDegrees = 0.5;
    private const double SameMetres = 3;
    private const double MetresPerDegree = 111_320;
    private readonly Dictionary<string, Middle> _counties = new(StringComparer.Ordinal);
    private readonly Middle _everywhere = new();

    /// <summary>Starts from plots that the store holds already, so that a later file is measured against them.</summary>
    public void Learn(IEnumerable<Plot> stored)
    {
        foreach (var plot in stored)
        {
            if (plot.Shape is { } shape)
                Learn(shape, plot.County);
        }
    }

    /// <summary>Notes where the park lies from a plot that is taken as right.</summary>
    public void Learn(PlotShape shape, string county)
    {
        if (!_counties.TryGetValue(county, out var middle))
            _counties.Add(county, middle = new());
        middle.Add(shape);
        _everywhere.Add(shape);
    }

    /// <summary>Tells what is odd about where a plot lies.</summary>
    /// <param name="county">Plots of one county are measured against each other, those of an unknown county against all.</param>
    public void Check(PlotShape shape, PlotShape? before, RawPlace place, string county, IssueLog issues)
    {
        var (lon, lat) = ((shape.West + shape.East) / 2, (shape.South + shape.North) / 2);
        if (before is not null && LooksShifted(before, lon, lat))
        {
            issues.Add(place, "crs.gcj02-suspected", Severity.Warn, () => [("value", Position(lon, lat))]);
            return;
        }
        if (Park(county) is not var (midLon, midLat))
            return;
        if (Math.Abs(lon - midLon) <= FarDegrees && Math.Abs(lat - midLat) <= FarDegrees)
            return;
        var proposed = Math.Abs(lat - midLat) <= FarDegrees ? OtherMeridian(shape, midLon) : null;
        issues.Add(
            place,
            proposed is null ? "coordinates.far" : "coordinates.other-zone",
            Severity.Warn,
            () =>
                [
                    ("value", Position(lon, lat)),
                    ("park", Position(midLon, midLat)),
                    ("crs", shape.SurveyCrs),
                    ("proposed", proposed?.Code ?? ""),
                ]
        );
    }

    private (double Lon, double Lat)? Park(string county) =>
        county.Length == 0
            ? _everywhere.Value
            : _counties.GetValueOrDefault(county)?.Value ?? _counties.GetValueOrDefault("")?.Value;

    private static bool LooksShifted(PlotShape before, double lon, double lat)
    {
        var (oldLon, oldLat) = ((before.West + before.East) / 2, (before.South + before.North) / 2);
        var (shiftedLon, shiftedLat) = Gcj02.Shift(oldLon, oldLat);
        return Metres(shiftedLon, shiftedLat, lon, lat) < SameMetres;
    }

    /// <summary>The zone of the same width in which the same figures would lie at the park, or null.</summary>
    private static Crs? OtherMeridian(PlotShape shape, double parkLon)
    {
        if (CrsTable.Find(shape.SurveyCrs) is not { Kind: CrsKind.GaussKruger, ZonePrefix: null } crs)
            return null;
        var zones = (int)Math.Round((parkLon - (shape.West + shape.East) / 2) / crs.ZoneWidth);
        return zones == 0 ? null : CrsTable.Neighbour(crs, zones);
    }

    private static double Metres(double lon1, double lat1, double lon2, double lat2)
    {
        var dx = (lon1 - lon2) * MetresPerDegree * Math.Cos(lat1 * Math.PI / 180);
        var dy = (lat1 - lat2) * MetresPerDegree;
        return Math.Sqrt(dx * dx + dy * dy);
    }

    private static string Position(double lon, double lat) =>
        string.Create(CultureInfo.InvariantCulture, $"{lon:0.######}, {lat:0.######}");

    /// <summary>Where most of the first plots lie; nothing until there are enough of them.</summary>
    private sealed class Middle
    {
        private const int Settled = 3;
        private const int Enough = 101;

        private readonly List<double> _lons = [];
        private readonly List<double> _lats = [];
        private (double Lon, double Lat)? _value;

        public (double Lon, double Lat)? Value =>
            _lons.Count < Settled ? null : _value ??= (Median(_lons), Median(_lats));

        public void Add(PlotShape shape)
        {
            if (_lons.Count >= Enough)
                return;
            _lons.Add((shape.West + shape.East) / 2);
            _lats.Add((shape.South + shape.North) / 2);
            _value = null;
        }

        private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
    }
}

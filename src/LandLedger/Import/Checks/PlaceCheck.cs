using System.Globalization;
using LandLedger.Geometry;

namespace LandLedger.Import.Checks;

/// <summary>
/// Sees what a single shape cannot tell: a plot that lands far from the rest of the park (a wrong central meridian), and a plot
/// that moved by just the shift of the web maps (GCJ-02).
/// </summary>
internal sealed class PlaceCheck
{
    private const double FarDegrees = 0.5;
    private const double SameMetres = 3;

    /// <summary>A degree beyond its westernmost, southernmost, easternmost and northernmost points.</summary>
    private static readonly Box China = new(72.5, 2.5, 136.5, 54.5);
    private const double MetresPerDegree = 111_320;
    private readonly Dictionary<string, Middle> _counties = new(StringComparer.Ordinal);
    private readonly Middle _everywhere = new();

    /// <summary>Files of which it has been told that a plot of theirs lies abroad: mostly all of them do.</summary>
    private readonly HashSet<string> _abroad = new(StringComparer.Ordinal);

    /// <summary>Plots met before it was known where the park lies.</summary>
    private readonly List<(PlotShape Shape, RawPlace Place, string County)> _early = [];

    /// <summary>Starts from plots that the store holds already, so that a later file is measured against them; their counties.</summary>
    public IReadOnlySet<string> Learn(IEnumerable<Plot> stored)
    {
        foreach (var plot in stored)
        {
            if (plot.Shape is { } shape)
                Learn(shape, plot.County);
        }
        return _counties.Keys.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Notes where the park lies from a plot that is taken as right.</summary>
    public void Learn(PlotShape shape, string county)
    {
        if (!_counties.TryGetValue(county, out var middle))
            _counties.Add(county, middle = new());
        middle.Add(shape);
        _everywhere.Add(shape);
    }

    /// <summary>A warning <c>coordinates.abroad</c> for the first plot of a file that lies far outside China, else null.</summary>
    public ImportIssue? Abroad(PlotShape shape, RawPlace place)
    {
        var (lon, lat) = ((shape.West + shape.East) / 2, (shape.South + shape.North) / 2);
        return
            China.West <= lon && lon <= China.East && China.South <= lat && lat <= China.North
            || !_abroad.Add(place.File)
            ? null
            : place.Issue("coordinates.abroad", Severity.Warn, ("value", Position(lon, lat)), ("crs", shape.SurveyCrs));
    }

    /// <summary>What is odd about where a plot lies, or null.</summary>
    /// <param name="county">Plots of one county are measured against each other, those of an unknown county against all.</param>
    public ImportIssue? Find(PlotShape shape, PlotShape? before, RawPlace place, string county)
    {
        var (lon, lat) = ((shape.West + shape.East) / 2, (shape.South + shape.North) / 2);
        if (before is not null && LooksShifted(before, lon, lat))
            return place.Issue("crs.gcj02-suspected", Severity.Warn, ("value", Position(lon, lat)));
        if (Park(county) is { } park)
            return Away(shape, lon, lat, park, place);
        _early.Add((shape, place, county));
        return null;
    }

    /// <summary>
    /// What is odd about the plots that came before it was known where the park lies; asked when all plots are known. Of two plots
    /// alone nobody can tell which is right: both are named when they lie far apart.
    /// </summary>
    public IReadOnlyList<ImportIssue> Early()
    {
        var found = new List<ImportIssue>();
        foreach (var (shape, place, county) in _early)
        {
            var (lon, lat) = ((shape.West + shape.East) / 2, (shape.South + shape.North) / 2);
            var issue =
                Park(county) is { } park ? Away(shape, lon, lat, park, place)
                : _counties.GetValueOrDefault(county)?.Other(lon, lat) is { } other ? Apart(lon, lat, other, place)
                : null;
            if (issue is not null)
                found.Add(issue);
        }
        return found;
    }

    private static ImportIssue? Away(
        PlotShape shape,
        double lon,
        double lat,
        (double Lon, double Lat) park,
        RawPlace place
    )
    {
        var (midLon, midLat) = park;
        if (Math.Abs(lon - midLon) <= FarDegrees && Math.Abs(lat - midLat) <= FarDegrees)
            return null;
        var proposed = Math.Abs(lat - midLat) <= FarDegrees ? OtherMeridian(shape, midLon) : null;
        return place.Issue(
            proposed is null ? "coordinates.far" : "coordinates.other-zone",
            Severity.Warn,
            ("value", Position(lon, lat)),
            ("park", Position(midLon, midLat)),
            ("crs", shape.SurveyCrs),
            ("proposed", proposed?.Code ?? "")
        );
    }

    private static ImportIssue? Apart(double lon, double lat, (double Lon, double Lat) other, RawPlace place) =>
        Math.Abs(lon - other.Lon) <= FarDegrees && Math.Abs(lat - other.Lat) <= FarDegrees
            ? null
            : place.Issue(
                "coordinates.apart",
                Severity.Warn,
                ("value", Position(lon, lat)),
                ("other", Position(other.Lon, other.Lat)),
                ("km", (Metres(lon, lat, other.Lon, other.Lat) / 1000).ToString("0", CultureInfo.InvariantCulture))
            );

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

        /// <summary>Of two plots the one that does not lie there.</summary>
        public (double Lon, double Lat)? Other(double lon, double lat)
        {
            if (_lons.Count != 2)
                return null;
            var other = _lons[0] == lon && _lats[0] == lat ? 1 : 0;
            return (_lons[other], _lats[other]);
        }

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

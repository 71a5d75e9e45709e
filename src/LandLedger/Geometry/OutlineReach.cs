using System.Globalization;
using LandLedger.Import;
using LandLedger.Import.Cells;

namespace LandLedger.Geometry;

/// <summary>
/// How far an outline reaches. One mistyped corner makes a sliver of many kilometres that is as valid as any other: beyond
/// <c>outlineKm</c> of <c>data/import/ranges.json</c> it is doubtful or refused, with the corner that lies furthest from the others.
/// </summary>
internal static class OutlineReach
{
    private const double KilometresPerDegree = 111.32;

    /// <summary>The issue <c>shape.reach</c>, or null.</summary>
    /// <param name="parts">Rings as written, in <paramref name="crs"/>.</param>
    public static ImportIssue? Find(List<List<double[]>> parts, Crs crs, RawPlace place)
    {
        var metric = crs.Kind == CrsKind.GaussKruger;
        var written = Span(parts);
        var perUnit = metric ? 0.001 : KilometresPerDegree;
        if (
            crs.Kind is CrsKind.GaussKruger or CrsKind.Geographic
            && Math.Max(written.East - written.West, written.North - written.South) * perUnit
                <= NumberRange.OutlineKm.Doubtful
        )
            return null;
        var degrees = parts.ConvertAll(part => part.ConvertAll(ring => InDegrees(ring, crs)));
        var box = Span(degrees);
        var narrowing = Math.Cos(double.DegreesToRadians((box.South + box.North) / 2));
        var width = (box.East - box.West) * KilometresPerDegree * narrowing;
        var height = (box.North - box.South) * KilometresPerDegree;
        var reach = Math.Max(width, height);
        if (!(reach > NumberRange.OutlineKm.Doubtful))
            return null;
        var zone = metric ? crs.ZoneWidth : 3;
        var (lon, lat) = Furthest(degrees);
        return place.Issue(
            "shape.reach",
            reach > NumberRange.OutlineKm.Max ? Severity.Refuse : Severity.Warn,
            ("value", Text(reach)),
            ("width", Text(width)),
            ("height", Text(height)),
            ("at", string.Create(CultureInfo.InvariantCulture, $"{lon:0.#######}, {lat:0.#######}")),
            ("axes", "lonlat"),
            ("overZone", box.East - box.West > zone ? zone.ToString(CultureInfo.InvariantCulture) : "")
        );
    }

    private static double[] InDegrees(double[] ring, Crs crs)
    {
        var copy = (double[])ring.Clone();
        crs.ToLonLat(copy);
        return copy;
    }

    private static (double West, double South, double East, double North) Span(List<List<double[]>> parts)
    {
        var (west, south) = (double.PositiveInfinity, double.PositiveInfinity);
        var (east, north) = (double.NegativeInfinity, double.NegativeInfinity);
        foreach (var part in parts)
        {
            foreach (var ring in part)
            {
                for (var i = 0; i < ring.Length; i += 2)
                {
                    (west, east) = (Math.Min(west, ring[i]), Math.Max(east, ring[i]));
                    (south, north) = (Math.Min(south, ring[i + 1]), Math.Max(north, ring[i + 1]));
                }
            }
        }
        return (west, south, east, north);
    }

    /// <summary>The corner furthest from the middle one of all, which a few wrong ones do not move.</summary>
    private static (double Lon, double Lat) Furthest(List<List<double[]>> degrees)
    {
        var corners = degrees
            .SelectMany(part => part)
            .SelectMany(ring => ring.Chunk(2))
            .Select(corner => (Lon: corner[0], Lat: corner[1]))
            .ToList();
        var lon = Middle(corners.Select(corner => corner.Lon));
        var lat = Middle(corners.Select(corner => corner.Lat));
        return corners.MaxBy(corner => Math.Max(Math.Abs(corner.Lon - lon), Math.Abs(corner.Lat - lat)));
    }

    private static double Middle(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered[ordered.Count / 2];
    }

    private static string Text(double kilometres) => kilometres.ToString("0.#", CultureInfo.InvariantCulture);
}

using System.Globalization;
using LandLedger.Import;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;

namespace LandLedger.Geometry;

/// <summary>
/// From a shape as written to the geometry of a feature: points checked against the declared system and turned to longitude and
/// latitude, rings closed and directed, areas tested and repaired only with an issue that says what and where. Every problem is an
/// issue; the result is null when the shape cannot be kept.
/// </summary>
internal static class LayerShapeBuilder
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 0);

    public static LayerShape? Build(RawShape raw, Crs crs, RawPlace place, ICollection<ImportIssue> issues)
    {
        var kind = WkbKinds.Find(raw.Kind);
        if (kind is null)
            return Refuse(issues, place.Issue("layer.shape-kind", Severity.Refuse, ("value", raw.Kind)));
        List<double[]> paths = [.. raw.Parts.SelectMany(part => part)];
        if (paths.Count == 0)
            return Refuse(issues, place.Issue("shape.empty", Severity.Refuse));
        double[] all = [.. paths.SelectMany(path => path)];
        if (CoordinateCheck.FindAnywhere(all, crs, place) is { } misplaced)
            return Refuse(issues, misplaced);
        return kind switch
        {
            WkbKind.Point or WkbKind.MultiPoint => Points(kind.Value, all, crs),
            WkbKind.LineString or WkbKind.MultiLineString => Lines(kind.Value, paths, crs, place, issues),
            _ => Areas(raw, crs, place, issues),
        };
    }

    private static LayerShape Points(WkbKind kind, double[] points, Crs crs)
    {
        crs.ToLonLat(points);
        return LayerWkb.Write(kind, [.. points.Chunk(2).Select(point => (double[][])[point])]);
    }

    private static LayerShape? Lines(
        WkbKind kind,
        List<double[]> lines,
        Crs crs,
        RawPlace place,
        ICollection<ImportIssue> issues
    )
    {
        var turned = new List<double[][]>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (Rings.Clean(lines[i]).Length < 4)
                return Refuse(issues, TooFew(place, lines[i], i));
            double[] degrees = [.. lines[i]];
            crs.ToLonLat(degrees);
            turned.Add([degrees]);
        }
        return LayerWkb.Write(kind, turned);
    }

    private static LayerShape? Areas(RawShape raw, Crs crs, RawPlace place, ICollection<ImportIssue> issues)
    {
        var parts = new List<List<double[]>>(raw.Parts.Count);
        var number = 0;
        foreach (var rings in raw.Parts.Where(part => part.Count > 0))
        {
            var part = new List<double[]>(rings.Count);
            foreach (var ring in rings)
            {
                var clean = Rings.Clean(ring);
                if (clean.Length < 6)
                    return Refuse(issues, TooFew(place, clean, number));
                number++;
                if (!Rings.IsClosed(ring))
                    issues.Add(place.Issue("ring.closed", Severity.Note, ("ring", Text(number))));
                double[] degrees = [.. clean];
                crs.ToLonLat(degrees);
                part.Add(degrees);
            }
            parts.Add(part);
        }
        var area = ToArea(parts);
        if (new IsValidOp(area).ValidationError is { } error)
        {
            parts = Rings.Of(GeometryFixer.Fix(area));
            var at = string.Create(
                CultureInfo.InvariantCulture,
                $"{error.Coordinate?.X:0.#######}, {error.Coordinate?.Y:0.#######}"
            );
            (string, string)[] arguments = [("value", error.ErrorType.ToString()), ("at", at), ("axes", "lonlat")];
            if (parts.Count == 0)
                return Refuse(issues, place.Issue("shape.not-valid", Severity.Refuse, arguments));
            issues.Add(place.Issue("layer.repaired", Severity.Warn, arguments));
        }
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Count; i++)
                part[i] = Closed(Rings.Directed(part[i], counterClockwise: i == 0));
        }
        var kind = raw.Kind == "MultiPolygon" || parts.Count > 1 ? WkbKind.MultiPolygon : WkbKind.Polygon;
        return LayerWkb.Write(kind, [.. parts.Select(part => part.ToArray())]);
    }

    private static NetTopologySuite.Geometries.Geometry ToArea(List<List<double[]>> parts)
    {
        var polygons = parts.ConvertAll(part =>
            Factory.CreatePolygon(Rings.ToNts(part[0]), [.. part.Skip(1).Select(Rings.ToNts)])
        );
        return polygons.Count == 1 ? polygons[0] : Factory.CreateMultiPolygon([.. polygons]);
    }

    private static double[] Closed(double[] ring) => [.. ring, ring[0], ring[1]];

    private static ImportIssue TooFew(RawPlace place, double[] path, int index) =>
        place.Issue(
            "shape.too-few-points",
            Severity.Refuse,
            ("value", Text(path.Length / 2)),
            ("ring", Text(index + 1))
        );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static LayerShape? Refuse(ICollection<ImportIssue> issues, ImportIssue issue)
    {
        issues.Add(issue);
        return null;
    }
}

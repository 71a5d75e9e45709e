using System.Globalization;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Import.Cells;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;

namespace LandLedger.Geometry;

/// <summary>
/// From rings as written to a boundary: points checked against the declared system, rings closed and directed, validity tested,
/// repaired only with an issue that says what, where and how much, measured once and turned to longitude and latitude once.
/// Every problem is an issue; the result is null when the shape cannot be kept.
/// </summary>
public static class BoundaryBuilder
{
    /// <summary>More corners than any surveyed plot has; larger shapes are refused by name.</summary>
    public const int MostVertices = 100_000;

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 0);

    public static Boundary? Build(RawShape raw, Crs crs, RawPlace place, ICollection<ImportIssue> issues)
    {
        if (raw.IsUnread)
            return null;
        if (raw.Kind is not ("Polygon" or "MultiPolygon"))
            return Refuse(issues, place.Issue("shape.not-polygon", Severity.Refuse, ("value", raw.Kind)));
        if (CleanRings(raw, crs, place, issues) is not { } parts)
            return null;
        if (crs.Kind == CrsKind.Foreign && OffEarth(parts, crs) is { } far)
            return Refuse(issues, place.Issue("shape.off-earth", Severity.Refuse, ("value", far), ("crs", crs.Code)));
        if (OutlineReach.Find(parts, crs, place) is { } reach)
        {
            issues.Add(reach);
            if (reach.Severity == Severity.Refuse)
                return null;
        }
        var plane = crs.MeasuresArea ? crs : ZoneOf(parts, crs);
        var planeParts = crs.MeasuresArea ? parts : Projected(parts, crs, plane);
        if (planeParts is not [[var ring]] || !SimpleRing.IsSurely(ring))
        {
            var polygon = ToPolygon(planeParts);
            var error = new IsValidOp(polygon).ValidationError;
            if (error is not null && HolesOutside.Find(planeParts) is { Count: > 0 } outside)
            {
                foreach (var hole in outside)
                    issues.Add(Outside(planeParts, hole, plane, crs, place));
                (parts, planeParts) = (HolesOutside.AsParts(parts, outside), HolesOutside.AsParts(planeParts, outside));
                polygon = ToPolygon(planeParts);
                error = new IsValidOp(polygon).ValidationError;
            }
            if (error is not null)
                return Believed(Repair(polygon, error, plane, crs, place, issues), place, issues);
        }
        return Believed(Finish(planeParts, crs.Kind == CrsKind.Geographic ? parts : null, plane, crs), place, issues);
    }

    /// <summary>
    /// An area that no paper may state is told. It was measured and not typed, so that the outline stays; one that a store could not keep
    /// to the last digit is refused.
    /// </summary>
    private static Boundary? Believed(Boundary? boundary, RawPlace place, ICollection<ImportIssue> issues)
    {
        var range = NumberRange.Of(PlotFields.StatedMu)!;
        if (boundary is not { Area: { } area } || range.Holds(area.Plane.Mu))
            return boundary;
        var fits = StoredNumber.Fits(area.Plane.Mu) && StoredNumber.Fits(area.Ellipsoidal.Mu);
        issues.Add(
            place.Issue(
                "shape.area",
                fits ? Severity.Warn : Severity.Refuse,
                [
                    ("value", area.Plane.ToMu(4).ToString("0.####", CultureInfo.InvariantCulture)),
                    ("basis", area.PlaneCrs),
                    .. range.Bounds(),
                ]
            ) with
            {
                Field = PlotFields.StatedMu.Id,
            }
        );
        return fits ? boundary : null;
    }

    /// <summary>Which ring was not taken away but added, where it begins and how much it is.</summary>
    private static ImportIssue Outside(
        List<List<double[]>> parts,
        (int Part, int Ring) hole,
        Crs plane,
        Crs survey,
        RawPlace place
    )
    {
        var ring = parts[hole.Part][hole.Ring];
        var number = parts.Take(hole.Part).Sum(part => part.Count) + hole.Ring + 1;
        var (at, axes) = Place(new(ring[0], ring[1]), plane, survey);
        return place.Issue(
            "shape.hole-outside",
            Severity.Warn,
            ("value", number.ToString(CultureInfo.InvariantCulture)),
            ("at", at),
            ("axes", axes),
            ("crs", plane.Code),
            ("mu", SquareMetres(Math.Abs(PlaneArea.Signed(ring))).ToMu(4).ToString(CultureInfo.InvariantCulture))
        );
    }

    private static Boundary? Repair(
        NetTopologySuite.Geometries.Geometry polygon,
        TopologyValidationError error,
        Crs plane,
        Crs survey,
        RawPlace place,
        ICollection<ImportIssue> issues
    )
    {
        var repaired = GeometryFixer.Fix(polygon);
        var (at, axes) = Place(error.Coordinate, plane, survey);
        if (Rings.Of(repaired) is not { Count: > 0 } parts)
            return Refuse(
                issues,
                place.Issue(
                    "shape.not-valid",
                    Severity.Refuse,
                    ("value", error.ErrorType.ToString()),
                    ("at", at),
                    ("axes", axes)
                )
            );
        var boundary = Finish(parts, null, plane, survey);
        issues.Add(
            place.Issue(
                "shape.repaired",
                Severity.Warn,
                ("value", error.ErrorType.ToString()),
                ("at", at),
                ("axes", axes),
                ("crs", plane.Code),
                ("mu", boundary.Area.Plane.ToMu(4).ToString(CultureInfo.InvariantCulture))
            )
        );
        return boundary;
    }

    /// <summary>Easting and northing where the file has them, else longitude and latitude.</summary>
    private static (string At, string Axes) Place(Coordinate? at, Crs plane, Crs survey)
    {
        double[] xy = [at?.X ?? double.NaN, at?.Y ?? double.NaN];
        if (ReferenceEquals(plane, survey))
            return (string.Create(CultureInfo.InvariantCulture, $"{xy[0]:0.###}, {xy[1]:0.###}"), "plane");
        plane.ToLonLat(xy);
        return (string.Create(CultureInfo.InvariantCulture, $"{xy[0]:0.#######}, {xy[1]:0.#######}"), "lonlat");
    }

    /// <summary>Rings without closing and repeated points, every point checked; null when one cannot be kept.</summary>
    private static List<List<double[]>>? CleanRings(
        RawShape raw,
        Crs crs,
        RawPlace place,
        ICollection<ImportIssue> issues
    )
    {
        var vertices = raw.Parts.Sum(part => part.Sum(ring => ring.Length / 2));
        if (vertices > MostVertices)
        {
            issues.Add(
                place.Issue(
                    "shape.too-many-vertices",
                    Severity.Refuse,
                    ("value", vertices.ToString(CultureInfo.InvariantCulture)),
                    ("limit", MostVertices.ToString(CultureInfo.InvariantCulture))
                )
            );
            return null;
        }
        var parts = new List<List<double[]>>(raw.Parts.Count);
        var number = 0;
        foreach (var rawPart in raw.Parts)
        {
            var part = new List<double[]>(rawPart.Count);
            foreach (var rawRing in rawPart)
            {
                var line = raw.Lines is { } lines && number < lines.Count ? lines[number] : (int?)null;
                number++;
                if (CoordinateCheck.Find(rawRing, crs, place, line) is { } misplaced)
                    return Refused(issues, misplaced);
                var ring = Rings.Clean(rawRing);
                if (rawRing.Length >= 6 && !Rings.IsClosed(rawRing))
                    issues.Add(
                        (place with { Line = line ?? place.Line }).Issue(
                            "ring.closed",
                            Severity.Note,
                            ("ring", number.ToString(CultureInfo.InvariantCulture))
                        )
                    );
                if (ring.Length < 6)
                {
                    return Refused(
                        issues,
                        (place with { Line = line ?? place.Line }).Issue(
                            "shape.too-few-points",
                            Severity.Refuse,
                            ("value", (ring.Length / 2).ToString(CultureInfo.InvariantCulture)),
                            ("ring", number.ToString(CultureInfo.InvariantCulture))
                        )
                    );
                }
                part.Add(ring);
            }
            if (part.Count > 0)
                parts.Add(part);
        }
        return parts.Count > 0 ? parts : Refused(issues, place.Issue("shape.empty", Severity.Refuse));
    }

    /// <summary>A corner that a system which a file brings along puts nowhere on earth, as it was written; null where there is none.</summary>
    private static string? OffEarth(List<List<double[]>> parts, Crs crs)
    {
        foreach (var ring in parts.SelectMany(part => part))
        {
            var degrees = ring.ToArray();
            crs.ToLonLat(degrees);
            for (var i = 0; i + 1 < degrees.Length; i += 2)
            {
                // Not below: no number is neither below nor above.
                if (!(Math.Abs(degrees[i]) <= 180 && Math.Abs(degrees[i + 1]) < 90))
                    return string.Create(CultureInfo.InvariantCulture, $"{ring[i]:0.###}, {ring[i + 1]:0.###}");
            }
        }
        return null;
    }

    private static Crs ZoneOf(List<List<double[]>> parts, Crs crs)
    {
        double[] middle = [parts[0][0].Where((_, i) => i % 2 == 0).Average(), parts[0][0][1]];
        crs.ToLonLat(middle);
        return CrsTable.Zone3At(middle[0]);
    }

    private static List<List<double[]>> Projected(List<List<double[]>> parts, Crs from, Crs to) =>
        parts.ConvertAll(part =>
            part.ConvertAll(ring =>
            {
                var copy = (double[])ring.Clone();
                from.ToLonLat(copy);
                to.FromLonLat(copy);
                return copy;
            })
        );

    /// <summary>Measures; degrees that came in as degrees are kept to the last bit instead of being projected to and fro.</summary>
    private static Boundary Finish(List<List<double[]>> parts, List<List<double[]>>? asWritten, Crs plane, Crs survey)
    {
        double flat = 0;
        double curved = 0;
        var lonLat = new List<List<double[]>>(parts.Count);
        for (var p = 0; p < parts.Count; p++)
        {
            var part = parts[p];
            var turned = new List<double[]>(part.Count);
            for (var i = 0; i < part.Count; i++)
            {
                var ring = Rings.Directed(part[i], counterClockwise: i == 0);
                double[] degrees;
                if (asWritten is not null)
                {
                    degrees = Rings.Directed(asWritten[p][i], counterClockwise: i == 0);
                }
                else
                {
                    degrees = (double[])ring.Clone();
                    plane.ToLonLat(degrees);
                }
                var (ringPlane, ringEllipsoidal) = AreaOfRings.Measure(ring, degrees, plane);
                flat += i == 0 ? ringPlane : -ringPlane;
                curved += i == 0 ? ringEllipsoidal : -ringEllipsoidal;
                turned.Add(degrees);
            }
            lonLat.Add(turned);
        }
        var area = new AreaMeasurement(SquareMetres(flat), plane.Code, SquareMetres(curved));
        return new(area, Wkb.Shape(lonLat, survey.Code));
    }

    /// <summary>Rounded half up to 0.0001 m², so that the decimal is short and sums are exact from here on.</summary>
    private static Area SquareMetres(double value) => Area.FromSquareMetres(Rounding.HalfUp((decimal)value, 4));

    private static NetTopologySuite.Geometries.Geometry ToPolygon(List<List<double[]>> parts)
    {
        var polygons = parts.ConvertAll(part =>
            Factory.CreatePolygon(Rings.ToNts(part[0]), [.. part.Skip(1).Select(Rings.ToNts)])
        );
        return polygons.Count == 1 ? polygons[0] : Factory.CreateMultiPolygon([.. polygons]);
    }

    private static Boundary? Refuse(ICollection<ImportIssue> issues, ImportIssue issue)
    {
        issues.Add(issue);
        return null;
    }

    private static List<List<double[]>>? Refused(ICollection<ImportIssue> issues, ImportIssue issue)
    {
        issues.Add(issue);
        return null;
    }
}

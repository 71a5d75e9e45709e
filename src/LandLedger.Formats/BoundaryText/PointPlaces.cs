using System.Globalization;
using LandLedger.Import;

namespace LandLedger.Formats.BoundaryText;

/// <summary>
/// Holds the points of a plot against what coordinates of the file can be. Where all points of a plot have the same trouble it is
/// told once with their number, else point by point.
/// </summary>
internal sealed class PointPlaces(BoundaryCrs crs, string? stated, IssueLog log)
{
    private const int MostTold = 20;

    private enum Trouble
    {
        Swapped,
        Zone,
        Range,
    }

    // A caller's system that is no Gauss-Kruger zone has other ranges; the check of the boundary knows them.
    private readonly bool _off = stated is not null && crs.Zone is null;
    private readonly int[] _counts = new int[3];
    private readonly List<(Trouble Trouble, int Line, double X, double Y)> _found = [];
    private int _points;

    public void Add(double x, double y, int line)
    {
        _points++;
        if (_off || Of(x, y) is not { } trouble)
            return;
        if (_counts[(int)trouble]++ < MostTold)
            _found.Add((trouble, line, x, y));
    }

    /// <summary>Tells and forgets; true when the plot cannot be kept.</summary>
    public bool Tell(string? plot)
    {
        foreach (var (trouble, line, x, y) in _found)
        {
            var whole = _counts[(int)trouble] == _points;
            if (whole && line != _found[0].Line)
                continue;
            Tell(trouble, line, x, y, whole ? _points : 1, plot);
        }
        var any = _found.Count > 0;
        _found.Clear();
        Array.Clear(_counts);
        _points = 0;
        return any;
    }

    private Trouble? Of(double x, double y)
    {
        if (GridRange.IsNorthing(x) && GridRange.ZoneOf(y) is { } zone)
            return crs.Zone is { } wanted && wanted != zone ? Trouble.Zone : null;
        return GridRange.IsNorthing(y) && GridRange.IsEasting(x) ? Trouble.Swapped : Trouble.Range;
    }

    private void Tell(Trouble trouble, int line, double x, double y, int count, string? plot)
    {
        var code = trouble switch
        {
            Trouble.Swapped => "coordinates.swapped",
            Trouble.Zone when stated is not null => GridRange.ZoneOf(y) == 0 ? "crs.asked-prefix" : "crs.asked-zone",
            Trouble.Zone when GridRange.ZoneOf(y) == 0 || crs.Zone == 0 => "crs.zone-prefix",
            Trouble.Zone => crs.IsZoneOfPoints ? "crs.zone-several" : "crs.zone-mismatch",
            _ => "coordinates.out-of-range",
        };
        var zone = GridRange.ZoneOf(y) ?? 0;
        log.Add(
            code,
            Severity.Refuse,
            line,
            Text(x) + "," + Text(y),
            plot,
            arguments:
            [
                ("x", Text(x)),
                ("y", Text(y)),
                ("count", Text(count)),
                ("declared", Text(crs.Zone ?? 0)),
                ("found", Text(zone)),
                ("crs", stated ?? crs.Code ?? "—"),
                ("axes", "plane"),
                .. Asked(trouble, zone),
            ]
        );
    }

    /// <summary>The system that the caller states, and the one that would fit: that of the zone number written, else that without one.</summary>
    private (string, string)[] Asked(Trouble trouble, int zone) =>
        trouble == Trouble.Zone && stated is not null
            ?
            [
                ("asked", stated),
                ("proposed", BoundaryCrs.CodeOf(zone == 0 ? crs.Zone ?? 0 : zone, isWritten: zone != 0)),
            ]
            : [];

    private static string Text(double value) => value.ToString("0.#######", CultureInfo.InvariantCulture);
}

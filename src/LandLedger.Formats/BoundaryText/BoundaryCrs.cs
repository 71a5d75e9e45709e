using System.Globalization;
using LandLedger.Import;

namespace LandLedger.Formats.BoundaryText;

/// <summary>
/// Which coordinate system a header and the eastings speak for together. Where they do not say there is no code; where they
/// contradict each other, or the system is not taken in, an issue says so.
/// </summary>
/// <param name="Code">"EPSG:n" of the CGCS2000 Gauss-Kruger zone that the file itself speaks for, or null.</param>
/// <param name="Zone">Zone number that eastings must carry, 0 for none, null where nothing is known.</param>
/// <param name="Refused">The file is of a system that LandLedger does not take in, whatever the caller states.</param>
internal sealed record BoundaryCrs(string? Code, int? Zone, bool Refused)
{
    /// <summary>Whether no header names the zone, so that the first sound point tells it.</summary>
    public bool IsZoneOfPoints { get; init; }

    private static readonly BoundaryCrs Foreign = new(Code: null, Zone: null, Refused: true);

    /// <summary>Puts the two together.</summary>
    /// <param name="prefix">Zone before the first sound easting, 0 for none, null when there is no such point.</param>
    /// <param name="stated">The system the caller states, "EPSG:n"; what the header lacks or has wrong is then no matter.</param>
    public static BoundaryCrs Of(BoundaryHeader header, int? prefix, string? stated, IssueLog log)
    {
        var datum = header.Datum;
        if (IsLegacy(datum))
        {
            log.Add("crs.legacy-datum", Severity.Refuse, header.LineOf("坐标系"), datum, title: "坐标系");
            return Foreign;
        }
        if (header["计量单位"] is { Length: > 0 } unit && unit is not ("米" or "m" or "M" or "公尺"))
        {
            log.Add("header.unit", Severity.Refuse, header.LineOf("计量单位"), unit, title: "计量单位");
            return Foreign;
        }
        if (stated is not null)
            return new(Declared(header, prefix, log.Unheard()), ZoneOfCode(stated), Refused: false);
        if (header["投影类型"] is { } projection && !IsGaussKruger(projection))
        {
            log.Add("header.projection", Severity.Refuse, header.LineOf("投影类型"), projection, title: "投影类型");
            return Foreign;
        }
        if (datum.Length == 0)
            return new(Code: null, prefix, Refused: false) { IsZoneOfPoints = true };
        if (!IsCgcs2000(datum))
        {
            log.Add("crs.header", Severity.Refuse, header.LineOf("坐标系"), datum, title: "坐标系");
            return Foreign;
        }
        return OfZone(header, prefix, log);
    }

    /// <summary>What the caller's word goes before, so that it can be named.</summary>
    private static string? Declared(BoundaryHeader header, int? prefix, IssueLog unheard) =>
        IsGaussKruger(header["投影类型"]) && IsCgcs2000(header.Datum) ? OfZone(header, prefix, unheard).Code : null;

    private static BoundaryCrs OfZone(BoundaryHeader header, int? prefix, IssueLog log)
    {
        var written = prefix > 0 ? prefix : null;
        var named = NamedZone.Of(header.Datum);
        if (named is not null && header.Zone is { } other && other != named)
        {
            log.Add(
                "crs.name-differs",
                Severity.Refuse,
                header.LineOf("带号"),
                Text(other),
                title: "带号",
                arguments: [("named", header.Datum), ("found", Text(named.Value))]
            );
            return Foreign;
        }
        if ((header.Zone ?? named ?? written) is not { } zone)
        {
            if (prefix != 0)
                return new(Code: null, prefix, Refused: false);
            log.Add("crs.zone-missing", Severity.Refuse, header.LineOf("带号"), title: "带号");
            return Foreign;
        }
        var width = header.ZoneWidth ?? WidthOf(zone);
        if (width is null || width != WidthOf(zone))
        {
            log.Add(
                header.Zone is null ? "crs.zone-mismatch" : "crs.zone-width",
                Severity.Refuse,
                header.LineOf(header.Zone is null ? "几度分带" : "带号"),
                Text(zone),
                title: header.Zone is null ? null : "带号",
                arguments: [("declared", Declared(header)), ("found", Text(zone)), ("y", Text(zone) + "…")]
            );
            return Foreign;
        }
        return new(CodeOf(zone, isWritten: prefix != 0), prefix == 0 ? 0 : zone, Refused: false)
        {
            IsZoneOfPoints = header.Zone is null && named is null,
        };
    }

    private static string Declared(BoundaryHeader header) =>
        header.ZoneWidth switch
        {
            null => "",
            0 => header["几度分带"]!.TrimEnd('°') + "°",
            var width => Text(width.Value) + "°",
        };

    /// <summary>The system of a zone.</summary>
    /// <param name="isWritten">Whether its number stands before the eastings.</param>
    public static string CodeOf(int zone, bool isWritten)
    {
        var code = (WidthOf(zone), isWritten) switch
        {
            (3, false) => 4534 + (zone - 25),
            (3, true) => 4488 + zone,
            (_, false) => 4502 + (zone - 13),
            _ => 4478 + zone,
        };
        return "EPSG:" + Text(code);
    }

    private static bool IsLegacy(string datum) =>
        !datum.Contains("2000", StringComparison.Ordinal)
        && (
            datum.Contains("80", StringComparison.Ordinal)
            || datum.Contains("54", StringComparison.Ordinal)
            || datum.Contains("西安", StringComparison.Ordinal)
            || datum.Contains("北京", StringComparison.Ordinal)
        );

    // "杭州2000" and the like are city grids with a false origin of their own.
    private static bool IsCgcs2000(string datum) =>
        datum.Contains("CGCS2000", StringComparison.OrdinalIgnoreCase)
        || datum is "2000" or "2000坐标系"
        || datum.Contains("2000", StringComparison.Ordinal)
            && (datum.Contains("国家", StringComparison.Ordinal) || datum.Contains("大地", StringComparison.Ordinal));

    private static bool IsGaussKruger(string? projection) =>
        string.IsNullOrEmpty(projection)
        || projection.Contains("高斯", StringComparison.Ordinal)
        || projection.Contains("Gauss", StringComparison.OrdinalIgnoreCase);

    /// <summary>3° zones are 25 to 45 and 6° zones 13 to 23, so that the number tells the width.</summary>
    private static int? WidthOf(int zone) =>
        zone switch
        {
            >= 25 and <= 45 => 3,
            >= 13 and <= 23 => 6,
            _ => null,
        };

    private static int? ZoneOfCode(string crs)
    {
        var digits = crs.AsSpan(crs.IndexOf(':', StringComparison.Ordinal) + 1);
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return null;
        return code switch
        {
            >= 4491 and <= 4501 => code - 4478,
            >= 4513 and <= 4533 => code - 4488,
            >= 4502 and <= 4512 or >= 4534 and <= 4554 => 0,
            _ => null,
        };
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}

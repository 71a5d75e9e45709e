using System.Collections.Frozen;
using LandLedger.Geometry;

namespace LandLedger.Service.Collections;

/// <summary>A system as a request named it; the answer repeats the name.</summary>
internal sealed record AskedCrs(Crs Crs, string Name);

/// <summary>The addresses that stand for coordinate reference systems in the standards of OGC.</summary>
internal static class CrsUri
{
    private const string Epsg = "http://www.opengis.net/def/crs/EPSG/0/";

    private static readonly FrozenDictionary<string, Crs> ByUri = CrsTable.All.ToFrozenDictionary(
        Of,
        StringComparer.OrdinalIgnoreCase
    );

    public static AskedCrs LonLat { get; } = new(CrsTable.LonLat, Of(CrsTable.LonLat));

    /// <summary>All systems, longitude and latitude first.</summary>
    public static IReadOnlyList<string> All { get; } =
    [LonLat.Name, .. CrsTable.All.Where(crs => crs != CrsTable.LonLat).Select(Of)];

    public static string Of(Crs crs) =>
        crs == CrsTable.LonLat ? "http://www.opengis.net/def/crs/OGC/1.3/CRS84" : Epsg + Number(crs.Code);

    /// <summary>By its address, or as <c>EPSG:4526</c>, <c>[EPSG:4526]</c>, <c>urn:ogc:def:crs:EPSG::4526</c>.</summary>
    public static bool TryRead(string text, out AskedCrs value)
    {
        var found =
            ByUri.GetValueOrDefault(text)
            ?? ByShortName(text.StartsWith('[') && text.EndsWith(']') ? text[1..^1] : text);
        value = found is null ? LonLat : new(found, text);
        return found is not null;
    }

    private static Crs? ByShortName(string text) =>
        text.StartsWith("EPSG:", StringComparison.Ordinal)
        || text.StartsWith("urn:ogc:def:crs:EPSG:", StringComparison.Ordinal)
        || text is "OGC:CRS84" or "urn:ogc:def:crs:OGC:1.3:CRS84"
            ? CrsTable.Find(text)
            : null;

    private static string Number(string code) => code[(code.IndexOf(':', StringComparison.Ordinal) + 1)..];
}

using NetTopologySuite.IO;

namespace LandLedger.Filters;

/// <summary>Geometries as values that <see cref="FilterTest{T}"/> takes.</summary>
public static class FilterShape
{
    public static object Of(ReadOnlyMemory<byte> wkb) => new WKBReader().Read(wkb.ToArray());
}

using System.Collections.Frozen;
using LandLedger.Formats.Shapes;
using LandLedger.Geometry;

namespace LandLedger.Formats.BoundaryText;

/// <summary>The zone of a system that a header names in full, as programs do: CGCS2000_3_Degree_GK_CM_120E, CGCS2000 / 3-degree Gauss-Kruger zone 40.</summary>
internal static class NamedZone
{
    private static readonly FrozenDictionary<string, int> Zones = CrsTable
        .All.Where(crs => crs.Kind == CrsKind.GaussKruger)
        .ToFrozenDictionary(crs => Plain(crs.Name), NumberOf);

    /// <summary>Null for a name that tells no zone.</summary>
    public static int? Of(string name) => Zones.TryGetValue(Plain(name), out var zone) ? zone : null;

    private static int NumberOf(Crs crs) =>
        crs.ZonePrefix ?? (int)(crs.ZoneWidth == 3 ? crs.CentralMeridian! / 3 : (crs.CentralMeridian! + 3) / 6);

    /// <summary>Systems of 6° zones mostly do not say so.</summary>
    private static string Plain(string name) => CrsText.Plain(name).Replace("6DEGREE", "", StringComparison.Ordinal);
}

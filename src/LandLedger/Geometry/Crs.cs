namespace LandLedger.Geometry;

/// <summary>What the two numbers of a position mean, in the order of the authority.</summary>
public enum AxisOrder
{
    /// <summary>Latitude first, as EPSG states for geographic systems.</summary>
    LatitudeLongitude,

    /// <summary>X is north and comes first, as EPSG states for the Chinese Gauss-Kruger zones.</summary>
    NorthingEasting,
    EastingNorthing,
}

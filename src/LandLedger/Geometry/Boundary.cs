namespace LandLedger.Geometry;

/// <summary>
/// The boundary of a plot (界址): always valid once built. Holds the outline in the plane in which it is measured, its areas, and
/// the shape as stored.
/// </summary>
/// <param name="Plane">Polygon or multipolygon in <paramref name="PlaneCrs"/>.</param>
/// <param name="PlaneCrs">The survey's own zone, or the 3° zone of its longitude when it came in degrees or in a grid that is none of ours.</param>
public sealed record Boundary(
    NetTopologySuite.Geometries.Geometry Plane,
    Crs PlaneCrs,
    AreaMeasurement Area,
    PlotShape Shape
);

namespace LandLedger.Geometry;

/// <summary>The boundary of a plot (界址), always valid once built: its areas, and the shape as stored.</summary>
public sealed record Boundary(AreaMeasurement Area, PlotShape Shape);

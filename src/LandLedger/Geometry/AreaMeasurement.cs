namespace LandLedger.Geometry;

/// <summary>
/// The area of a boundary, measured both ways. <see cref="Plane"/> is the area in the plane of the zone
/// <see cref="PlaneCrs"/> (宗地面积, the figure of contracts and certificates); <see cref="Ellipsoidal"/> is the area on
/// the CGCS2000 ellipsoid between the same corners with edges straight in latitude and longitude after densifying to 70 m
/// (图斑椭球面积, the figure of land surveys). Both are rounded half up to 0.0001 m². Neither can come from degrees.
/// </summary>
public sealed record AreaMeasurement(Area Plane, string PlaneCrs, Area Ellipsoidal);

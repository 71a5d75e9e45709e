using System.Collections.Frozen;
using LandLedger.Fields;
using LandLedger.Filters;

namespace LandLedger.GeoPackage.Filters;

/// <summary>The properties of plots in the feature table, which queries call p.</summary>
internal static class PlotFilterTable
{
    public static FilterTable Instance { get; } =
        new("p", "fid")
        {
            Columns = PlotQueryables.All.All.ToFrozenDictionary(
                property => property.Name,
                property => property.Name == PlotQueryables.Geometry ? "geom" : property.Name
            ),
            Trees = new Dictionary<string, string>
            {
                [PlotQueryables.Geometry] = "rtree_plots_geom",
            }.ToFrozenDictionary(),
            Blank = [PlotFields.County.Id],
        };
}

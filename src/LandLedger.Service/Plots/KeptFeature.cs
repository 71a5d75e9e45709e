using LandLedger.Formats.Map;
using LandLedger.Geometry;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using LandLedger.Service.People;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Plots;

/// <summary>A plot as a feature of a page.</summary>
/// <param name="Row">That of its <see cref="Import.PlotMark"/>.</param>
/// <param name="Shape">Its outline, which boxes are held against.</param>
internal sealed record KeptFeature(long Row, PlotShape? Shape, byte[] Bytes)
{
    /// <summary>What keeping one costs beside its bytes, its outline and its key: objects and places in a table.</summary>
    public const int Room = 400;

    /// <summary>About how many bytes of memory it takes.</summary>
    public long Size => Room + Bytes.Length + (Shape?.Wkb.Length ?? 0);
}

/// <summary>All that the bytes of a feature hang on beside the plot and the state of the store.</summary>
/// <param name="Columns">The collection whose columns they are, or the ids of some of them.</param>
/// <param name="Place">The address that links of a feature begin with, empty where it has none.</param>
internal sealed record FeatureForm(
    DateOnly AsOf,
    Sight Sight,
    string Columns,
    Crs Crs,
    int? Decimals,
    bool Shifted,
    Texts Texts,
    string Place
)
{
    public static FeatureForm Of(
        DateOnly asOf,
        Sight sight,
        PlotCollection collection,
        GeoJsonOptions options,
        HttpRequest request
    ) =>
        new(
            asOf,
            sight,
            options.Columns == collection.Columns
                ? collection.Id
                : string.Join(',', options.Columns.Select(column => column.Id)),
            options.Crs,
            options.Decimals,
            options.Shifted,
            options.Texts,
            options.Links.Count > 0 ? Links.To(request, "") : ""
        );

    /// <summary>Asked of each feature of a page, while few forms are in use at a time.</summary>
    public override int GetHashCode() => HashCode.Combine(AsOf.DayNumber, Columns.Length, Decimals, Shifted);
}

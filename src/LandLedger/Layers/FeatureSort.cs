using System.Globalization;
using LandLedger.Filters;
using LandLedger.Import;

namespace LandLedger.Layers;

/// <summary>
/// How features of a layer are sorted: as plots are (<see cref="PlotSort"/>), by properties of the layer with one value, then by id. Instants
/// come as whole microseconds since 1970.
/// </summary>
public static class FeatureSort
{
    /// <summary>Properties that features can be sorted by.</summary>
    public static IEnumerable<QueryableProperty> Sortables(Layer layer) =>
        layer.Values.Where(property => property.Type != FilterType.List);

    /// <summary>The place of a feature; without an order the id says all.</summary>
    public static PlotPlace Place(long id, params IReadOnlyList<string?> values) =>
        new(new("", id.ToString(CultureInfo.InvariantCulture)), values);

    /// <summary>The id in a place; null where it is the place of no feature.</summary>
    public static long? IdOf(PlotPlace place) =>
        long.TryParse(place.Key.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Whether a place can be one in this order.</summary>
    public static bool Fits(PlotSort sort, PlotPlace place) =>
        IdOf(place) is not null
        && sort.Fits(place)
        && place.Values.Zip(sort.Terms).All(pair => pair.First is null || IsWhole(pair.First, pair.Second.Property));

    private static bool IsWhole(string value, QueryableProperty property) =>
        property.Type is not (FilterType.Integer or FilterType.Timestamp)
        || long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}

/// <summary>A feature with its place in the order that was asked for.</summary>
public readonly record struct PlacedFeature(LayerFeature Feature, PlotPlace Place);

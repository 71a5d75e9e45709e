using System.Globalization;
using LandLedger.Filters;

namespace LandLedger.Import;

/// <summary>A property that plots are sorted by.</summary>
public sealed record SortTerm(QueryableProperty Property, bool Descending);

/// <summary>
/// An order of plots: by one property after another, then by county and number. Unknown values come last in either direction; no
/// before yes; texts by the code points of their first <see cref="TextLength"/> characters, so that a place stays short.
/// </summary>
public sealed record PlotSort(IReadOnlyList<SortTerm> Terms)
{
    public const int MostTerms = 4;
    public const int TextLength = 100;

    /// <summary>Every scalar fact of plots: what filters may name without the outline and lists of texts.</summary>
    public static IReadOnlyList<QueryableProperty> Sortables { get; } =
    [.. PlotQueryables.All.All.Where(property => property.Type is not (FilterType.Geometry or FilterType.List))];

    /// <summary>Start behind this place (exclusive).</summary>
    public PlotPlace? After { get; init; }

    /// <summary>Whether a place can be one in this order.</summary>
    public bool Fits(PlotPlace place) =>
        place.Values.Count == Terms.Count
        && place.Values.Zip(Terms).All(pair => pair.First is not { } value || Fits(value, pair.Second.Property.Type));

    private static bool Fits(string value, FilterType type) =>
        type switch
        {
            FilterType.Number => double.TryParse(
                value,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var number
            ) && double.IsFinite(number),
            FilterType.Boolean => value is "0" or "1",
            FilterType.Date => DateOnly.TryParseExact(
                value,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            ),
            _ => !value.Contains('\0', StringComparison.Ordinal),
        };
}

/// <summary>
/// Where a plot stands in an order: the values that it is sorted by, as the store has them (digits, yyyy-MM-dd, 0 and 1, text; null for
/// unknown), and its key.
/// </summary>
public sealed record PlotPlace(PlotKey Key, IReadOnlyList<string?> Values);

/// <summary>A plot with its place in the order that was asked for.</summary>
public readonly record struct PlacedPlot(Plot Plot, PlotPlace Place);

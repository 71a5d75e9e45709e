using LandLedger.Filters;
using LandLedger.PostGis.Filters;

namespace LandLedger.PostGis.Reading;

/// <summary>Plots that a filter is true of, behind a key, in a box where one is given.</summary>
internal static class FilterSearch
{
    private const int FirstOfFilter = 5;
    private const int FirstBesideBox = 13;

    public static FilterResult<SqlFilter> Compile(BoundFilter filter, bool inBox) =>
        SqlFilter.Of(filter, FilterTable.OfPlots, inBox ? FirstBesideBox : FirstOfFilter);

    /// <summary>Parameters 1 and 2 are the key, 5 to 12 the box, if any, then those of the filter.</summary>
    public static string Condition(SqlFilter filter, bool inBox) =>
        (
            inBox ? $"{PlotReader.BehindAnywhere} {BoxSearch.Condition}"
            : filter.HasIndex ? PlotReader.BehindAnywhere
            : PlotReader.Behind
        ) + $"\nAND {filter.Sql}";
}

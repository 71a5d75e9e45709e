using System.Text;
using LandLedger.Filters;
using LandLedger.Import;
using LandLedger.Service.Http;

namespace LandLedger.Service.Plots;

/// <summary>The languages that a filter may be written in; their codes are those of the standard.</summary>
internal enum FilterLang
{
    Cql2Text,
    Cql2Json,
}

/// <summary>The filter of a request, held against what plots have and what the store can; null where none is given.</summary>
internal readonly record struct PlotFilter(BoundFilter? Filter, Problem? Problem)
{
    public static PlotFilter Of(Query query, IPlotStore store)
    {
        if (query.Of(Parameters.Filter) is not { } text)
            return default;
        var read =
            query.Of(Parameters.FilterLang) == FilterLang.Cql2Json
                ? FilterJson.Read(Encoding.UTF8.GetBytes(text))
                : FilterText.Read(text);
        if (!read.IsGood)
            return new(null, Wrong(read.Error));
        var bound = BoundFilter.Of(read.Value, PlotQueryables.All, query.Of(Parameters.FilterCrs).Crs);
        if (!bound.IsGood)
            return new(null, Wrong(bound.Error));
        return store.Refusal(bound.Value) is { } refusal ? new(null, Wrong(refusal)) : new(bound.Value, null);
    }

    private static Problem Wrong(FilterError error) =>
        new("filter-wrong", ("parameter", Parameters.Filter.Name), ("reason", error.Code))
        {
            Sentence = error.In,
            More = json =>
            {
                if (error.Position is { } position)
                    json.WriteNumber("position", position);
                if (error.Pointer is { } pointer)
                    json.WriteString("pointer", pointer);
            },
        };
}

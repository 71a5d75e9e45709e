using System.Text;
using LandLedger.Filters;
using LandLedger.Service.Http;

namespace LandLedger.Service.Collections;

/// <summary>The filter of a request, held against what a collection has and what the store can; null where none is given.</summary>
internal readonly record struct AskedFilter(BoundFilter? Filter, Problem? Problem)
{
    /// <summary>Reads it, binds it and asks the store.</summary>
    /// <param name="refusal">Why the store cannot be asked it, or null.</param>
    /// <param name="beside">What must be true, too: other parameters that are filters in short.</param>
    public static AskedFilter Of(
        Query query,
        Queryables queryables,
        Func<BoundFilter, FilterError?> refusal,
        params IEnumerable<Predicate> beside
    )
    {
        List<Operand> wanted = [.. beside];
        if (query.Of(Parameters.Filter) is { } text)
        {
            var read =
                query.Of(Parameters.FilterLang) == FilterLang.Cql2Json
                    ? FilterJson.Read(Encoding.UTF8.GetBytes(text))
                    : FilterText.Read(text);
            if (!read.IsGood)
                return new(null, Wrong(read.Error));
            wanted.Add(read.Value);
        }
        if (wanted.Count == 0)
            return default;
        var whole = wanted is [Predicate one] ? one : new And([.. wanted]);
        var bound = BoundFilter.Of(whole, queryables, query.Of(Parameters.FilterCrs).Crs);
        if (!bound.IsGood)
            return new(null, Wrong(bound.Error));
        return refusal(bound.Value) is { } refused ? new(null, Wrong(refused)) : new(bound.Value, null);
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

using LandLedger.Filters.Binding;
using LandLedger.Geometry;

namespace LandLedger.Filters;

/// <summary>
/// A filter that fits a collection: all properties are known, all types agree, geometries are valid and stand in the system of
/// the collection, and what can be told without an item is told. Boxes have become geometries, BETWEEN and the relations of time
/// comparisons, patterns bare texts; literals stand on the right.
/// </summary>
public sealed class BoundFilter
{
    private BoundFilter(Predicate root, Queryables queryables, IReadOnlyCollection<string> properties)
    {
        Root = root;
        Queryables = queryables;
        Properties = properties;
    }

    public Predicate Root { get; }

    public Queryables Queryables { get; }

    /// <summary>The properties that the filter names, each once.</summary>
    public IReadOnlyCollection<string> Properties { get; }

    /// <summary>Holds a filter against a collection.</summary>
    /// <param name="filter">As read.</param>
    /// <param name="crs">The system of the filter's geometries (filter-crs); positions are in the order of its authority.</param>
    public static FilterResult<BoundFilter> Of(Predicate filter, Queryables queryables, Crs crs)
    {
        var binder = new Binder(queryables, new Placing(crs, queryables.Crs));
        return binder.Bind(filter) is { } root ? new BoundFilter(root, queryables, binder.Properties) : binder.Error!;
    }
}

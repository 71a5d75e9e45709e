using LandLedger.Filters.Binding;
using LandLedger.Filters.Cql;
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

    /// <summary>
    /// Two filters that are true of an item where this one is: what a store with fewer properties can be asked, and what is left to
    /// look at in what it finds. Either is null where there is nothing of its kind.
    /// </summary>
    /// <param name="stored">The properties that the store has.</param>
    public (BoundFilter? Stored, BoundFilter? Left) Split(Queryables stored)
    {
        var byStore = Terms(Root).ToLookup(term => NamesIn(term).All(name => stored.Find(name) is not null));
        return (Joined(byStore[true], stored), Joined(byStore[false], Queryables));
    }

    /// <summary>A filter that is true of an item where this one and another of the same collection are.</summary>
    public BoundFilter And(BoundFilter other) => Joined([.. Terms(Root), .. Terms(other.Root)], Queryables)!;

    /// <summary>Whether it is true only where a property is a text that it names.</summary>
    public bool Pins(string property) =>
        Terms(Root)
            .Any(term => term is Comparison(Comparator.Equal, Property(var name), TextValue) && name == property);

    private static BoundFilter? Joined(IEnumerable<Predicate> terms, Queryables queryables)
    {
        Predicate[] all = [.. terms];
        return all.Length == 0
            ? null
            : new(
                all is [var one] ? one : new And([.. all]),
                queryables,
                new SortedSet<string>(all.SelectMany(NamesIn), StringComparer.Ordinal)
            );
    }

    /// <summary>What must all be true.</summary>
    private static IEnumerable<Predicate> Terms(Predicate predicate) =>
        predicate is And and ? and.Terms.SelectMany(term => Terms((Predicate)term)) : [predicate];

    private static IEnumerable<string> NamesIn(Operand operand) =>
        operand is Property property ? [property.Name] : Parts.Of(operand).SelectMany(NamesIn);
}

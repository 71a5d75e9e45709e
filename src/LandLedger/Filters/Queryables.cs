using System.Collections.Frozen;
using LandLedger.Geometry;

namespace LandLedger.Filters;

/// <summary>What filters of one collection may name, and the system that its geometries are stored in.</summary>
public sealed class Queryables
{
    private readonly FrozenDictionary<string, QueryableProperty> _byName;

    /// <summary>A collection's properties in the order in which they are shown.</summary>
    /// <exception cref="ArgumentException">Two of one name.</exception>
    public Queryables(IReadOnlyList<QueryableProperty> all, Crs crs)
    {
        All = all;
        Crs = crs;
        _byName = all.ToFrozenDictionary(queryable => queryable.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<QueryableProperty> All { get; }

    /// <summary>Geometries stand as x (easting or longitude) and y in it, whatever the axis order of its authority.</summary>
    public Crs Crs { get; }

    /// <summary>Null for a name that is none, in this case of letters.</summary>
    public QueryableProperty? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The type of a bound operand.</summary>
    public FilterType TypeOf(Operand operand) =>
        operand switch
        {
            Property property => _byName[property.Name].Type,
            TextValue or Folded => FilterType.Text,
            NumberValue or Arithmetic => FilterType.Number,
            DayValue => FilterType.Date,
            InstantValue => FilterType.Timestamp,
            IntervalValue => FilterType.Interval,
            ShapeValue or BoxValue => FilterType.Geometry,
            ListValue => FilterType.List,
            _ => FilterType.Boolean,
        };
}

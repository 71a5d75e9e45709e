using System.Collections.Concurrent;
using LandLedger.Filters;
using LandLedger.Import;
using LandLedger.People;

namespace LandLedger.Service.People;

/// <summary>What plots have, as it is to those from whom something is hidden: what is hidden has no name there.</summary>
internal sealed class SeenFields
{
    private static readonly ConcurrentDictionary<FieldGroups, SeenFields> All = new();

    private SeenFields(FieldGroups hidden)
    {
        Queryables = new(
            [.. JudgedQueryables.All.All.Where(property => hidden.Show(property.Name))],
            JudgedQueryables.All.Crs
        );
        Sortables = [.. PlotSort.Sortables.Where(property => hidden.Show(property.Name))];
    }

    public static SeenFields Of(FieldGroups hidden) => All.GetOrAdd(hidden, group => new(group));

    /// <summary>What filters may name.</summary>
    public Queryables Queryables { get; }

    /// <summary>What plots are sorted by.</summary>
    public IReadOnlyList<QueryableProperty> Sortables { get; }
}

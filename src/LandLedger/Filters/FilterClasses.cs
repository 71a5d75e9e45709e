namespace LandLedger.Filters;

/// <summary>A conformance class of CQL2 (OGC 21-065) and whether it is kept.</summary>
public sealed record FilterClass(string Name, bool IsDeclared)
{
    public string Uri => "http://www.opengis.net/spec/cql2/1.0/conf/" + Name;
}

/// <summary>All conformance classes of CQL2; the page <c>docs/filters.md</c> says the same.</summary>
public static class FilterClasses
{
    public static IReadOnlyList<FilterClass> All { get; } =
    [
        new("cql2-text", IsDeclared: true),
        new("cql2-json", IsDeclared: true),
        new("basic-cql2", IsDeclared: true),
        new("advanced-comparison-operators", IsDeclared: true),
        new("case-insensitive-comparison", IsDeclared: true),
        new("accent-insensitive-comparison", IsDeclared: true),
        new("basic-spatial-functions", IsDeclared: true),
        new("basic-spatial-functions-plus", IsDeclared: true),
        new("spatial-functions", IsDeclared: true),
        new("temporal-functions", IsDeclared: true),
        new("array-functions", IsDeclared: true),
        new("property-property", IsDeclared: true),
        new("functions", IsDeclared: false),
        new("arithmetic", IsDeclared: true),
    ];
}

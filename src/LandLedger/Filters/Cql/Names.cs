using System.Collections.Frozen;

namespace LandLedger.Filters.Cql;

/// <summary>The words of the language, as the JSON encoding spells them. Text has the same in any case.</summary>
internal static class Names
{
    public static readonly NameTable<SpatialRelation> Spatial = new(
        ("s_intersects", SpatialRelation.Intersects),
        ("s_equals", SpatialRelation.Equals),
        ("s_disjoint", SpatialRelation.Disjoint),
        ("s_touches", SpatialRelation.Touches),
        ("s_within", SpatialRelation.Within),
        ("s_overlaps", SpatialRelation.Overlaps),
        ("s_crosses", SpatialRelation.Crosses),
        ("s_contains", SpatialRelation.Contains)
    );

    public static readonly NameTable<TemporalRelation> Temporal = new(
        ("t_after", TemporalRelation.After),
        ("t_before", TemporalRelation.Before),
        ("t_disjoint", TemporalRelation.Disjoint),
        ("t_equals", TemporalRelation.Equals),
        ("t_intersects", TemporalRelation.Intersects),
        ("t_contains", TemporalRelation.Contains),
        ("t_during", TemporalRelation.During),
        ("t_finishedBy", TemporalRelation.FinishedBy),
        ("t_finishes", TemporalRelation.Finishes),
        ("t_meets", TemporalRelation.Meets),
        ("t_metBy", TemporalRelation.MetBy),
        ("t_overlappedBy", TemporalRelation.OverlappedBy),
        ("t_overlaps", TemporalRelation.Overlaps),
        ("t_startedBy", TemporalRelation.StartedBy),
        ("t_starts", TemporalRelation.Starts)
    );

    public static readonly NameTable<ArrayRelation> Arrays = new(
        ("a_equals", ArrayRelation.Equals),
        ("a_contains", ArrayRelation.Contains),
        ("a_containedBy", ArrayRelation.ContainedBy),
        ("a_overlaps", ArrayRelation.Overlaps)
    );

    public static readonly NameTable<Folding> Foldings = new(("casei", Folding.Case), ("accenti", Folding.Accents));

    public static readonly NameTable<Comparator> Comparators = new(
        ("=", Comparator.Equal),
        ("<>", Comparator.NotEqual),
        ("<", Comparator.Less),
        (">", Comparator.Greater),
        ("<=", Comparator.LessOrEqual),
        (">=", Comparator.GreaterOrEqual)
    );

    public static readonly NameTable<ArithmeticOperator> Operators = new(
        ("+", ArithmeticOperator.Plus),
        ("-", ArithmeticOperator.Minus),
        ("*", ArithmeticOperator.Times),
        ("/", ArithmeticOperator.DividedBy),
        ("%", ArithmeticOperator.Remainder),
        ("div", ArithmeticOperator.WholeQuotient),
        ("^", ArithmeticOperator.ToThePower)
    );

    public static readonly NameTable<ShapeKind> Shapes = new(
        ("Point", ShapeKind.Point),
        ("LineString", ShapeKind.LineString),
        ("Polygon", ShapeKind.Polygon),
        ("MultiPoint", ShapeKind.MultiPoint),
        ("MultiLineString", ShapeKind.MultiLineString),
        ("MultiPolygon", ShapeKind.MultiPolygon),
        ("GeometryCollection", ShapeKind.GeometryCollection)
    );

    private static readonly FrozenSet<string> Others = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [
            "AND",
            "OR",
            "NOT",
            "LIKE",
            "BETWEEN",
            "IN",
            "IS",
            "NULL",
            "DIV",
            "TRUE",
            "FALSE",
            "DATE",
            "TIMESTAMP",
            "INTERVAL",
            "BBOX",
        ]
    );

    /// <summary>Whether a property of that name must stand in double quotes.</summary>
    public static bool IsKeyword(string name) =>
        Others.Contains(name)
        || Spatial.Has(name)
        || Temporal.Has(name)
        || Arrays.Has(name)
        || Foldings.Has(name)
        || Shapes.Has(name);
}

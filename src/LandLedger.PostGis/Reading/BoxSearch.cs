using LandLedger.Import;
using LandLedger.PostGis.Sql;
using Npgsql;

namespace LandLedger.PostGis.Reading;

/// <summary>
/// Plots whose box meets a box. The index keeps bounds as floats rounded outwards, so it finds a few too many; what lies wholly
/// inside is in, and of the rest the exact bounds decide.
/// </summary>
internal static class BoxSearch
{
    private const string Asked = "ST_MakeEnvelope($5, $6, $7, $8, 4490)";
    private const string Inner = "ST_MakeEnvelope($9, $10, $11, $12, 4490)";

    /// <summary>What the index finds.</summary>
    public const string Candidates = $"AND p.geom && {Asked}";

    private const string OnBorder =
        "ST_XMax(p.geom) >= $5 AND ST_YMax(p.geom) >= $6 AND ST_XMin(p.geom) <= $7 AND ST_YMin(p.geom) <= $8";

    /// <summary>Parameters 5 to 8 are the box, 9 to 12 the box in floats rounded inwards, null where nothing is left of it.</summary>
    public const string Condition = $"{Candidates} AND (p.geom @ {Inner} OR {OnBorder})";

    /// <summary>
    /// The same for statements that are planned once for all boxes: the envelopes are made once for all rows, which the server does by
    /// itself only where it knows them when it plans.
    /// </summary>
    public const string Prepared = $"AND p.geom && (SELECT {Asked}) AND (p.geom @ (SELECT {Inner}) OR {OnBorder})";

    public static void Bind(NpgsqlBatchCommand statement, Box box)
    {
        statement.With(box.West).With(box.South).With(box.East).With(box.North);
        double west = Up(box.West),
            south = Up(box.South),
            east = Down(box.East),
            north = Down(box.North);
        if (west <= east && south <= north)
            statement.With(west).With(south).With(east).With(north);
        else
            statement.With((double?)null).With((double?)null).With((double?)null).With((double?)null);
    }

    private static float Up(double value) => (float)value < value ? MathF.BitIncrement((float)value) : (float)value;

    private static float Down(double value) => (float)value > value ? MathF.BitDecrement((float)value) : (float)value;
}

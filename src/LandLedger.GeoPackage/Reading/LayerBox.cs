using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>The box of the layer as its entry in the contents of the file says.</summary>
internal static class LayerBox
{
    private const string Sql = "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'plots'";

    /// <summary>Null while no plot has an outline.</summary>
    public static Box? Read(Connection connection) => Read(connection, Sql);

    public static Box? Read(Connection connection, string sql)
    {
        var statement = connection[sql];
        Box? box =
            statement.Step() && !statement.IsNull(0)
                ? new(statement.Double(0), statement.Double(1), statement.Double(2), statement.Double(3))
                : null;
        statement.Reset();
        return box;
    }
}

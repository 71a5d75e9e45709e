using LandLedger.GeoPackage.Sqlite;
using SQLitePCL;

namespace LandLedger.GeoPackage.Tests.Filters;

/// <summary>A table made for a test, with an R*Tree and rows.</summary>
internal sealed class OwnTable : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public OwnTable(string sql)
    {
        var path = _folder["own.gpkg"];
        using (
            var connection = Connection.Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, TimeSpan.Zero)
        )
        {
            connection.Execute("CREATE VIRTUAL TABLE rtree_own_geom USING rtree(id, minx, maxx, miny, maxy);" + sql);
        }
        Table = new(path, "own");
    }

    public FilteredTable Table { get; }

    public void Dispose()
    {
        Table.Dispose();
        _folder.Dispose();
    }
}

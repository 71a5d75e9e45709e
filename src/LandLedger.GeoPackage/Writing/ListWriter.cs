using LandLedger.GeoPackage.Sqlite;
using LandLedger.Issuing;

namespace LandLedger.GeoPackage.Writing;

/// <summary>Puts an issued list with its steps.</summary>
internal static class ListWriter
{
    private const string PutSql = """
        INSERT INTO disposal_lists (number, entry, at, "key", as_of, package, version, "rows", sha256, state, says)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (number) DO UPDATE SET entry = ?2, at = ?3, "key" = ?4, as_of = ?5, package = ?6, version = ?7, "rows" = ?8,
          sha256 = ?9, state = ?10, says = ?11
        """;

    private const string StepSql = """
        INSERT INTO disposal_list_steps (number, seq, entry, "key", kind, day, "row", says)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """;

    public static void Put(Connection connection, ListRow list)
    {
        connection[PutSql]
            .Bind(1, list.Number)
            .Bind(2, list.Entry)
            .Bind(3, list.At)
            .Bind(4, list.Key)
            .Bind(5, (DateOnly?)list.AsOf)
            .Bind(6, list.Package)
            .Bind(7, list.Version)
            .Bind(8, (long)list.Rows)
            .Bind(9, list.Sha256)
            .Bind(10, list.State)
            .Bind(11, list.Says)
            .Run();
        connection["DELETE FROM disposal_list_steps WHERE number = ?1"].Bind(1, list.Number).Run();
        foreach (var step in list.Steps)
            connection[StepSql]
                .Bind(1, list.Number)
                .Bind(2, (long)step.Place)
                .Bind(3, step.Entry)
                .Bind(4, step.Key)
                .Bind(5, step.Kind)
                .Bind(6, (DateOnly?)step.Day)
                .Bind(7, (long?)step.Row)
                .Bind(8, step.Says)
                .Run();
    }
}

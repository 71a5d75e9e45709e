using LandLedger.Cases;
using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Writing;

/// <summary>Puts a case with its steps.</summary>
internal static class CaseWriter
{
    private const string PutSql = """
        INSERT INTO cases (number, county, plot, procedure, version, state, closed, opened, last_day, digest)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT (number) DO UPDATE SET county = ?2, plot = ?3, procedure = ?4, version = ?5, state = ?6, closed = ?7,
          opened = ?8, last_day = ?9, digest = ?10
        """;

    private const string StepSql = """
        INSERT INTO case_steps (number, seq, entry, "key", kind, day, who, role, reason, facts, unit, person, evidence)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        """;

    public static void Put(Connection connection, CaseRow filed)
    {
        connection[PutSql]
            .Bind(1, filed.Number)
            .Bind(2, filed.Plot.County)
            .Bind(3, filed.Plot.Number)
            .Bind(4, filed.Procedure)
            .Bind(5, filed.Version)
            .Bind(6, filed.State)
            .Bind(7, (bool?)filed.IsClosed)
            .Bind(8, (DateOnly?)filed.Opened)
            .Bind(9, (DateOnly?)filed.LastDay)
            .Bind(10, filed.Digest)
            .Run();
        connection["DELETE FROM case_steps WHERE number = ?1"].Bind(1, filed.Number).Run();
        foreach (var step in filed.Steps)
            connection[StepSql]
                .Bind(1, filed.Number)
                .Bind(2, (long)step.Place)
                .Bind(3, step.Entry)
                .Bind(4, step.Key)
                .Bind(5, step.Kind)
                .Bind(6, (DateOnly?)step.Day)
                .Bind(7, step.Who)
                .Bind(8, step.Role)
                .Bind(9, step.Reason)
                .Bind(10, step.Facts)
                .Bind(11, step.Unit)
                .Bind(12, step.Person)
                .Bind(13, step.Evidence)
                .Run();
    }
}

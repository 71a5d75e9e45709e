using LandLedger.Cases;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Reading;

/// <summary>Cases with their steps through one connection.</summary>
internal static class CaseReader
{
    private const string Select =
        $"SELECT number, county, plot, procedure, version, state, closed, opened, last_day, {CaseTables.Digest} FROM cases ";

    /// <summary>By year, then by running number, however many digits that has.</summary>
    private const string InOrder = " ORDER BY substr(number, 1, 4), length(number), number";

    /// <summary>What is not bound is not looked at.</summary>
    private const string OfQuery =
        Select
        + """
            WHERE (?1 IS NULL OR plot = ?1) AND (?2 IS NULL OR county = ?2) AND (?3 IS NULL OR procedure = ?3)
              AND (?4 IS NULL OR state = ?4) AND (?5 IS NULL OR closed = ?5)
              AND (?7 IS NULL OR (opened <= ?7 AND (NOT closed OR last_day > ?7)))
              AND (?6 IS NULL OR (substr(number, 1, 4), length(number), number) > (substr(?6, 1, 4), length(?6), ?6))
            """
        + InOrder;

    private const string Steps =
        $"SELECT seq, entry, \"key\", kind, day, who, role, reason, facts, unit, person, {CaseTables.Evidence} FROM case_steps WHERE number = ?1 ORDER BY seq";

    public static IEnumerable<CaseRow> Of(Connection connection, CaseQuery query)
    {
        var rows = Asked(connection, OfQuery)
            .Bind(1, query.Plot)
            .Bind(2, query.County)
            .Bind(3, query.Procedure)
            .Bind(4, query.State)
            .Bind(5, query.IsClosed)
            .Bind(6, query.After?.ToString())
            .Bind(7, query.OpenOn);
        while (rows.Step())
            yield return Row(connection, rows);
        rows.Reset();
    }

    public static CaseRow? Find(Connection connection, string number) =>
        One(connection, Asked(connection, Select + "WHERE number = ?1").Bind(1, number));

    public static CaseRow? Keyed(Connection connection, string key) =>
        One(
            connection,
            Asked(connection, Select + "WHERE number = (SELECT number FROM case_steps WHERE \"key\" = ?1)").Bind(1, key)
        );

    /// <summary>An older program's file has no digests and no evidence, and a reader may not give it any.</summary>
    private static Statement Asked(
        Connection connection,
        string sql,
        string table = "cases",
        string column = CaseTables.Digest
    ) =>
        connection[
            StoreTables.Have(connection, table, column) ? sql : sql.Replace(column, "NULL", StringComparison.Ordinal)
        ];

    private static CaseRow? One(Connection connection, Statement rows)
    {
        var row = rows.Step() ? Row(connection, rows) : null;
        rows.Reset();
        return row;
    }

    private static CaseRow Row(Connection connection, Statement row)
    {
        var number = row.Text(0);
        return new()
        {
            Number = number,
            Plot = new(row.Text(1), row.Text(2)),
            Procedure = row.Text(3),
            Version = row.Text(4),
            State = row.Text(5),
            IsClosed = row.FlagOrNull(6) ?? false,
            Opened = row.Date(7) ?? default,
            LastDay = row.Date(8) ?? default,
            Digest = row.TextOrNull(9),
            Steps = StepsOf(connection, number),
        };
    }

    private static List<StepRow> StepsOf(Connection connection, string number)
    {
        var steps = new List<StepRow>();
        var rows = Asked(connection, Steps, "case_steps", CaseTables.Evidence).Bind(1, number);
        while (rows.Step())
            steps.Add(
                new()
                {
                    Place = rows.Int32(0),
                    Entry = rows.Int64(1),
                    Key = rows.TextOrNull(2),
                    Kind = rows.Text(3),
                    Day = rows.Date(4) ?? default,
                    Who = rows.Text(5),
                    Role = rows.Text(6),
                    Reason = rows.TextOrNull(7),
                    Facts = rows.Text(8),
                    Unit = rows.TextOrNull(9),
                    Person = rows.TextOrNull(10),
                    Evidence = rows.TextOrNull(11),
                }
            );
        rows.Reset();
        return steps;
    }
}

using LandLedger.GeoPackage.Sqlite;
using LandLedger.Issuing;

namespace LandLedger.GeoPackage.Reading;

/// <summary>Issued lists with their steps through one connection.</summary>
internal static class ListReader
{
    private const string Select =
        "SELECT number, entry, at, \"key\", as_of, package, version, \"rows\", sha256, state, says FROM disposal_lists ";

    /// <summary>By year, then by running number, however many digits that has.</summary>
    private const string InOrder = "ORDER BY substr(number, 1, 4), length(number), number";

    private const string OfKey =
        Select + "WHERE \"key\" = ?1 OR number = (SELECT number FROM disposal_list_steps WHERE \"key\" = ?1)";

    private const string Steps =
        "SELECT seq, entry, \"key\", kind, day, \"row\", says FROM disposal_list_steps WHERE number = ?1 ORDER BY seq";

    public static IEnumerable<ListRow> All(Connection connection)
    {
        var rows = connection[Select + InOrder];
        while (rows.Step())
            yield return Row(connection, rows);
        rows.Reset();
    }

    public static ListRow? Find(Connection connection, string number) =>
        One(connection, connection[Select + "WHERE number = ?1"].Bind(1, number));

    public static ListRow? Keyed(Connection connection, string key) => One(connection, connection[OfKey].Bind(1, key));

    private static ListRow? One(Connection connection, Statement rows)
    {
        var row = rows.Step() ? Row(connection, rows) : null;
        rows.Reset();
        return row;
    }

    private static ListRow Row(Connection connection, Statement row)
    {
        var number = row.Text(0);
        return new()
        {
            Number = number,
            Entry = row.Int64(1),
            At = row.Text(2),
            Key = row.TextOrNull(3),
            AsOf = row.Date(4) ?? default,
            Package = row.Text(5),
            Version = row.Text(6),
            Rows = row.Int32(7),
            Sha256 = row.Text(8),
            State = row.Text(9),
            Says = row.Text(10),
            Steps = StepsOf(connection, number),
        };
    }

    private static List<ListStepRow> StepsOf(Connection connection, string number)
    {
        var steps = new List<ListStepRow>();
        var rows = connection[Steps].Bind(1, number);
        while (rows.Step())
            steps.Add(
                new()
                {
                    Place = rows.Int32(0),
                    Entry = rows.Int64(1),
                    Key = rows.TextOrNull(2),
                    Kind = rows.Text(3),
                    Day = rows.Date(4) ?? default,
                    Row = rows.IsNull(5) ? null : rows.Int32(5),
                    Says = rows.Text(6),
                }
            );
        rows.Reset();
        return steps;
    }
}

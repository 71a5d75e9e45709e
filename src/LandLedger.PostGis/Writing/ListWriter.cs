using LandLedger.Issuing;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Writing;

/// <summary>Puts an issued list with its steps.</summary>
internal static class ListWriter
{
    private const string PutSql = """
        INSERT INTO disposal_lists (number, entry, at, key, as_of, package, version, "rows", sha256, state, says)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (number) DO UPDATE SET entry = excluded.entry, at = excluded.at, key = excluded.key, as_of = excluded.as_of,
          package = excluded.package, version = excluded.version, "rows" = excluded."rows", sha256 = excluded.sha256,
          state = excluded.state, says = excluded.says
        """;

    private const string StepSql = """
        INSERT INTO disposal_list_steps (number, seq, entry, key, kind, day, "row", says)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    public static void Put(Session session, ListRow list)
    {
        session.Run(
            Statement
                .Of(PutSql)
                .With(list.Number)
                .With((long?)list.Entry)
                .With(list.At)
                .With(list.Key)
                .With((DateOnly?)list.AsOf)
                .With(list.Package)
                .With(list.Version)
                .With((long?)list.Rows)
                .With(list.Sha256)
                .With(list.State)
                .With(list.Says)
        );
        session.Run(Statement.Of("DELETE FROM disposal_list_steps WHERE number = $1").With(list.Number));
        foreach (var step in list.Steps)
            session.Run(
                Statement
                    .Of(StepSql)
                    .With(list.Number)
                    .With((long?)step.Place)
                    .With((long?)step.Entry)
                    .With(step.Key)
                    .With(step.Kind)
                    .With((DateOnly?)step.Day)
                    .With((long?)step.Row)
                    .With(step.Says)
            );
    }
}

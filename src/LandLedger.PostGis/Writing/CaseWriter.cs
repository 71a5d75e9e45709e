using LandLedger.Cases;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Writing;

/// <summary>Puts a case with its steps.</summary>
internal static class CaseWriter
{
    private const string PutSql = """
        INSERT INTO cases (number, county, plot, procedure, version, state, closed, opened, last_day, digest)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (number) DO UPDATE SET county = excluded.county, plot = excluded.plot, procedure = excluded.procedure,
          version = excluded.version, state = excluded.state, closed = excluded.closed, opened = excluded.opened,
          last_day = excluded.last_day, digest = excluded.digest
        """;

    private const string StepSql = """
        INSERT INTO case_steps (number, seq, entry, key, kind, day, who, role, reason, facts, unit, person, evidence)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """;

    public static void Put(Session session, CaseRow filed)
    {
        session.Run(
            Statement
                .Of(PutSql)
                .With(filed.Number)
                .With(filed.Plot.County)
                .With(filed.Plot.Number)
                .With(filed.Procedure)
                .With(filed.Version)
                .With(filed.State)
                .With(filed.IsClosed)
                .With((DateOnly?)filed.Opened)
                .With((DateOnly?)filed.LastDay)
                .With(filed.Digest)
        );
        session.Run(Statement.Of("DELETE FROM case_steps WHERE number = $1").With(filed.Number));
        foreach (var step in filed.Steps)
            session.Run(
                Statement
                    .Of(StepSql)
                    .With(filed.Number)
                    .With((long?)step.Place)
                    .With((long?)step.Entry)
                    .With(step.Key)
                    .With(step.Kind)
                    .With((DateOnly?)step.Day)
                    .With(step.Who)
                    .With(step.Role)
                    .With(step.Reason)
                    .With(step.Facts)
                    .With(step.Unit)
                    .With(step.Person)
                    .With(step.Evidence)
            );
    }
}

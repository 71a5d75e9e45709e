using System.Text.Encodings.Web;
using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Writing;

/// <summary>What an import remembers of itself: each problem that it met, and how it ended.</summary>
internal sealed class ImportNotes(Session session, long import)
{
    private const int Most = 10_000;

    private const string EndSql = """
        INSERT INTO imports (id, recorded_at, outcome, added, changed, same, ended, refused, firms, stands_for)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """;

    private static readonly JsonSerializerOptions PlainText = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<ImportIssue> _issues = [];
    private int _issuesWritten;

    public void Put(ImportIssue issue)
    {
        _issues.Add(issue);
        if (_issues.Count == Most)
            Flush();
    }

    public void Flush()
    {
        if (_issues.Count > 0)
            Copy.Into(
                session,
                """import_issues (import_id, seq, code, severity, file, line, "column", title, field, value, plot, arguments)""",
                _issues,
                (copy, issue) =>
                    copy.Row()
                        .Put(import)
                        .Put((int?)_issuesWritten++)
                        .Put(issue.Code)
                        .Put(CodeText.Of(issue.Severity))
                        .Put(issue.File)
                        .Put(issue.Line)
                        .Put(issue.Column)
                        .Put(issue.Title)
                        .Put(issue.Field)
                        .Put(issue.Value)
                        .Put(issue.Plot)
                        .Put(issue.Arguments.Count == 0 ? null : JsonSerializer.Serialize(issue.Arguments, PlainText))
            );
        _issues.Clear();
    }

    public void End(DateTimeOffset recordedAt, ImportReport report)
    {
        Flush();
        session.Run(
            Statement
                .Of(EndSql)
                .With(import)
                .With(recordedAt)
                .With(CodeText.Of(report.Outcome))
                .With(report.Added)
                .With(report.Changed)
                .With(report.Same)
                .With(report.Ended)
                .With(report.Refused)
                .With(report.Firms)
                .With(report.On)
        );
    }
}

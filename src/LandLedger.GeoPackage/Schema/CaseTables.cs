using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Schema;

/// <summary>Cases and their steps: what the ledger says of them, to be looked up by. Since version 5.</summary>
internal static class CaseTables
{
    /// <summary>The column of delays with the case that established them.</summary>
    public const string DelayCase = "case_number";

    /// <summary>The column of cases with what their procedure said. Since version 10.</summary>
    public const string Digest = "digest";

    /// <summary>What the tables of a program before version 10 lack.</summary>
    public const string DigestSql = $"ALTER TABLE cases ADD COLUMN {Digest} TEXT;";

    /// <summary>The column of steps with the files behind them. Since version 11.</summary>
    public const string Evidence = "evidence";

    /// <summary>What the tables of a program before version 11 lack.</summary>
    public const string EvidenceSql = $"ALTER TABLE case_steps ADD COLUMN {Evidence} TEXT;";

    public const string Sql = $"""
        CREATE TABLE cases (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
          county TEXT NOT NULL, plot TEXT NOT NULL, number TEXT NOT NULL, procedure TEXT NOT NULL, version TEXT NOT NULL,
          state TEXT NOT NULL, closed BOOLEAN NOT NULL, opened DATE NOT NULL, last_day DATE NOT NULL, {Digest} TEXT
        );
        CREATE UNIQUE INDEX cases_key ON cases (county, plot, number);
        CREATE UNIQUE INDEX cases_number ON cases (number);
        CREATE TABLE case_steps (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
          number TEXT NOT NULL, seq INTEGER NOT NULL, entry INTEGER NOT NULL, "key" TEXT, kind TEXT NOT NULL, day DATE NOT NULL,
          who TEXT NOT NULL, role TEXT NOT NULL, reason TEXT, facts TEXT NOT NULL, unit TEXT, person TEXT, {Evidence} TEXT
        );
        CREATE UNIQUE INDEX case_steps_key ON case_steps (number, seq);
        CREATE UNIQUE INDEX case_steps_once ON case_steps ("key");
        INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('cases', 'attributes', 'cases');
        INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('case_steps', 'attributes', 'case_steps');
        """;

    /// <summary>An older program's file has none, and a reader may not give it any.</summary>
    public static bool AreIn(Connection connection) =>
        connection.Finds("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'case_steps'");
}

using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Schema;

/// <summary>
/// The attribute tables beside the plots. County code first in every key, so that a team store can be split by county the
/// same way.
/// </summary>
internal static class StoreTables
{
    /// <summary>The newest schema that this program knows.</summary>
    public const int Version = 11;

    /// <summary>Since version 2.</summary>
    public const string ImportDay = "stands_for";

    /// <summary>Since version 9.</summary>
    public const string SourceKey = "key";

    /// <summary>Since version 3.</summary>
    public const string OccupancyCounty = "county";

    /// <summary>Of a firm, a line each. Since version 9.</summary>
    public const string FirmNames = "other_names";

    /// <summary>Empty while nobody has said.</summary>
    private const string OccupancyCountyType = "TEXT NOT NULL DEFAULT ''";

    /// <summary>Each table with the key that its rows are found and merged by.</summary>
    private static readonly (string Name, string Columns, string? Key)[] Tables =
    [
        (
            "supplements",
            "county TEXT NOT NULL, plot TEXT NOT NULL, seq INTEGER NOT NULL, signed_on DATE, agreed_start DATE, agreed_completion DATE, reason TEXT",
            "county, plot, seq"
        ),
        (
            "delays",
            """county TEXT NOT NULL, plot TEXT NOT NULL, seq INTEGER NOT NULL, kind TEXT, "from" DATE, "to" DATE, established BOOLEAN, evidence TEXT, """
                + CaseTables.DelayCase
                + " TEXT",
            "county, plot, seq"
        ),
        (
            "plot_years",
            "county TEXT NOT NULL, plot TEXT NOT NULL, seq INTEGER NOT NULL, year INTEGER NOT NULL, basis TEXT NOT NULL, "
                + "tax DOUBLE, output DOUBLE, revenue DOUBLE, added_value DOUBLE, kilowatt_hours DOUBLE",
            "county, plot, seq"
        ),
        ("firms", $"firm TEXT NOT NULL, credit_code TEXT, name TEXT NOT NULL, sector TEXT, {FirmNames} TEXT", "firm"),
        (
            "firm_years",
            "firm TEXT NOT NULL, seq INTEGER NOT NULL, year INTEGER NOT NULL, tax DOUBLE, output DOUBLE, revenue DOUBLE, "
                + "added_value DOUBLE, kilowatt_hours DOUBLE, staff DOUBLE, above_scale BOOLEAN",
            "firm, seq"
        ),
        (
            "occupancies",
            "firm TEXT NOT NULL, seq INTEGER NOT NULL, plot TEXT NOT NULL, year INTEGER, land_mu DOUBLE, floor_mu DOUBLE, share DOUBLE, "
                + $"{OccupancyCounty} {OccupancyCountyType}",
            "firm, seq"
        ),
        (
            "imports",
            "recorded_at DATETIME NOT NULL, outcome TEXT NOT NULL, added INTEGER NOT NULL, changed INTEGER NOT NULL, same INTEGER NOT NULL, "
                + $"ended INTEGER NOT NULL, refused INTEGER NOT NULL, firms INTEGER NOT NULL, {ImportDay} DATE",
            null
        ),
        (
            "import_sources",
            $"import_id INTEGER NOT NULL, seq INTEGER NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, \"{SourceKey}\" TEXT",
            "import_id, seq"
        ),
        (
            "import_issues",
            "import_id INTEGER NOT NULL, seq INTEGER NOT NULL, code TEXT NOT NULL, severity TEXT NOT NULL, file TEXT NOT NULL, line INTEGER, "
                + "\"column\" INTEGER, title TEXT, field TEXT, value TEXT, plot TEXT, arguments TEXT",
            "import_id, seq"
        ),
        (
            "plot_sources",
            "county TEXT NOT NULL, plot TEXT NOT NULL, source TEXT NOT NULL, import_id INTEGER NOT NULL",
            "county, plot, source"
        ),
        ("store_version", "version INTEGER NOT NULL", null),
    ];

    /// <summary>Which source states what of which firm. Since version 2.</summary>
    private const string FirmSourcesSql = """
        CREATE TABLE IF NOT EXISTS firm_sources (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
          firm TEXT NOT NULL, year INTEGER, plot TEXT, source TEXT NOT NULL, county TEXT NOT NULL
        );
        CREATE INDEX IF NOT EXISTS firm_sources_key ON firm_sources (firm, year, plot);
        CREATE INDEX IF NOT EXISTS firm_sources_source ON firm_sources (source);
        INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier)
        VALUES ('firm_sources', 'attributes', 'firm_sources');
        """;

    /// <summary>A write is recorded once by its key. Since version 9.</summary>
    private const string SourceKeySql = $"CREATE UNIQUE INDEX import_sources_once ON import_sources (\"{SourceKey}\");";

    /// <summary>Before version 9 the key stood behind the last blank of the name alone, and no file that is imported has a slash in its name.</summary>
    private const string SourceKeyOfNameSql = $"""
        ALTER TABLE import_sources ADD COLUMN "{SourceKey}" TEXT;
        UPDATE import_sources SET "{SourceKey}" = substr(name, length(rtrim(name, replace(name, ' ', ''))) + 5)
        WHERE name LIKE '% /collections/plots/items%' AND substr(name, length(rtrim(name, replace(name, ' ', ''))) + 1, 4) = 'key=';
        """;

    /// <summary>What brings the tables of an older program up to this one, inside the first import that this one writes.</summary>
    public static IEnumerable<string> SqlSince(long version)
    {
        if (version < 2)
            yield return $"ALTER TABLE imports ADD COLUMN {ImportDay} DATE;" + FirmSourcesSql;
        if (version < 3)
            yield return $"ALTER TABLE occupancies ADD COLUMN {OccupancyCounty} {OccupancyCountyType};";
        if (version < 4)
            yield return LedgerTable.Sql;
        if (version < 5)
            yield return $"ALTER TABLE delays ADD COLUMN {CaseTables.DelayCase} TEXT;" + CaseTables.Sql;
        if (version < 6)
            yield return ListTables.Sql;
        if (version < 7)
            yield return TokenTable.Sql;
        if (version < 8)
            yield return ChargeTable.Sql;
        if (version < 9)
            yield return $"ALTER TABLE firms ADD COLUMN {FirmNames} TEXT;"
                + SourceKeyOfNameSql
                + SourceKeySql
                + PlotTable.EnteredSql;
        if (version is >= 5 and < 10)
            yield return CaseTables.DigestSql;
        if (version is >= 5 and < 11)
            yield return CaseTables.EvidenceSql;
        if (version < 11)
            yield return FileTable.Sql;
        if (version < Version)
            yield return $"INSERT INTO store_version (version) VALUES ({Version});";
    }

    /// <summary>Whether a table has a column: that of an older program may lack it, and a reader may not give it one.</summary>
    public static bool Have(Connection connection, string table, string column) =>
        connection.Number($"SELECT count(*) FROM pragma_table_info('{table}') WHERE name = '{column}'") > 0;

    public static IEnumerable<string> Sql()
    {
        foreach (var (name, columns, key) in Tables)
        {
            yield return $"CREATE TABLE {name} (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {columns});";
            if (key is not null)
                yield return $"CREATE UNIQUE INDEX {name}_key ON {name} ({key});";
            yield return $"INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('{name}', 'attributes', '{name}');";
        }
        yield return FirmSourcesSql;
        yield return SourceKeySql;
        yield return LedgerTable.Sql;
        yield return CaseTables.Sql;
        yield return ListTables.Sql;
        yield return TokenTable.Sql;
        yield return ChargeTable.Sql;
        yield return FileTable.Sql;
        yield return $"INSERT INTO store_version (version) VALUES ({Version});";
    }
}

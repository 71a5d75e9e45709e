using LandLedger.Fields;
using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Schema;

/// <summary>
/// The feature table: one plain column a field, then what only a store knows. The outline comes last, so that a long one,
/// which SQLite spreads over pages of its own, is not walked through to reach a date.
/// </summary>
internal static class PlotTable
{
    private const string EnteredOnColumn = "entered_on";

    /// <summary>Columns after the fields, in order; positions below count from the first field.</summary>
    private static readonly (string Name, string Type)[] Further =
    [
        ("measured_mu", "DOUBLE"),
        ("plane_crs", "TEXT"),
        ("ellipsoidal_mu", "DOUBLE"),
        ("survey_crs", "TEXT"),
        ("ended_on", "DATE"),
        (EnteredOnColumn, "DATE"),
    ];

    public static readonly int MeasuredMu = PlotFields.All.Count;
    public static readonly int PlaneCrs = MeasuredMu + 1;
    public static readonly int EllipsoidalMu = MeasuredMu + 2;
    public static readonly int SurveyCrs = MeasuredMu + 3;
    public static readonly int EndedOn = MeasuredMu + 4;
    public static readonly int EnteredOn = MeasuredMu + 5;
    public static readonly int Geom = MeasuredMu + 6;

    public static readonly string[] Columns =
    [
        .. PlotFields.All.Select(field => field.Id),
        .. Further.Select(column => column.Name),
        "geom",
    ];

    private static readonly string[] Scalars = Columns[..^1];

    /// <summary>Plots that have ended are few; without them all others are counted by the key. Files of earlier programs lack it.</summary>
    public const string EndedSql =
        "CREATE INDEX IF NOT EXISTS plots_ended ON plots (ended_on) WHERE ended_on IS NOT NULL;";

    /// <summary>Plots of which it is known when they entered are few, too; those that enter later and have not ended before are counted by the index alone.</summary>
    private const string EnteredIndexSql =
        "CREATE INDEX plots_entered ON plots (entered_on, ended_on) WHERE entered_on IS NOT NULL;";

    /// <summary>Since version 9.</summary>
    public const string EnteredSql = $"ALTER TABLE plots ADD COLUMN {EnteredOnColumn} DATE;" + EnteredIndexSql;

    public static string Sql { get; } =
        $"""
            CREATE TABLE plots (
              fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
              {string.Join(",\n  ", PlotFields.All.Select(Column))},
              {string.Join(",\n  ", Further.Select(column => column.Name + " " + column.Type))},
              geom MULTIPOLYGON
            );
            CREATE UNIQUE INDEX plots_key ON plots (county, plot);
            {EndedSql}
            {EnteredIndexSql}
            INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('plots', 'features', 'plots', 4490);
            INSERT INTO gpkg_geometry_columns VALUES ('plots', 'geom', 'MULTIPOLYGON', 4490, 0, 0);
            """;

    /// <summary>
    /// The index of supervision numbers. A store has it from the first import on that asks for plots by them, so that others, and
    /// stores of an older program, need nothing.
    /// </summary>
    public const string SupervisionSql = """
        CREATE INDEX IF NOT EXISTS plots_supervision_number ON plots (supervision_number) WHERE supervision_number IS NOT NULL
        """;

    /// <summary>
    /// The few plots of a holder, in order of their key; zones and uses have so many that they are met soon along the key. Made at the end of
    /// an import, when all rows of the first are there.
    /// </summary>
    public const string HolderSql =
        "CREATE INDEX IF NOT EXISTS plots_holder ON plots (holder, county, plot) WHERE holder IS NOT NULL";

    /// <summary>All columns in the order of <see cref="Columns"/>, as columns 0, 1, …; the outline only where wanted.</summary>
    /// <param name="hasEnteredOn">As <see cref="HasEnteredOn"/>.</param>
    public static string Select(bool shapes, bool hasEnteredOn = true) =>
        string.Join(", ", Scalars.Select(column => column == EnteredOnColumn && !hasEnteredOn ? "NULL" : "p." + column))
        + (shapes ? ", p.geom" : "");

    /// <summary>An older program's file has no such column, and a reader may not give it one.</summary>
    public static bool HasEnteredOn(Connection connection) =>
        connection.Finds($"SELECT 1 FROM pragma_table_info('plots') WHERE name = '{EnteredOnColumn}'");

    /// <summary>Parameters 1, 2, … in the order of <see cref="Columns"/>.</summary>
    public static string Insert { get; } =
        $"INSERT INTO plots ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select((_, i) => "?" + (i + 1)))})";

    /// <summary>Parameters as <see cref="Insert"/>, the fid after them. The key columns stay.</summary>
    public static string Update(bool shape) =>
        "UPDATE plots SET "
        + string.Join(
            ", ",
            Columns
                .Select((column, i) => (column, Text: $"{column} = ?{i + 1}"))
                .Where(c => c.column is not ("plot" or "county") && (shape || c.column is not ("geom" or "survey_crs")))
                .Select(c => c.Text)
        )
        + $" WHERE fid = ?{Columns.Length + 1}";

    private static string Column(Field field)
    {
        var type = field.Type switch
        {
            FieldType.Text or FieldType.TextList or FieldType.Code => "TEXT",
            FieldType.Flag => "BOOLEAN",
            FieldType.Date => "DATE",
            _ => "DOUBLE",
        };
        if (field == PlotFields.Plot)
            return "plot TEXT NOT NULL CHECK (plot <> '')";
        return field == PlotFields.County ? "county TEXT NOT NULL DEFAULT ''" : $"{field.Id} {type}";
    }
}

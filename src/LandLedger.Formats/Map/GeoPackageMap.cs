using LandLedger.Disposal;
using LandLedger.Geometry;
using LandLedger.GeoPackage;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.GeoPackage.Writing;
using LandLedger.Import;

namespace LandLedger.Formats.Map;

/// <summary>
/// The map as a GeoPackage 1.3 that QGIS and GDAL open: layer <c>plots</c> in CGCS2000 longitude and latitude with the columns
/// of the list, an R*Tree, colours by class for QGIS, and a table <c>basis</c> with what it rests on.
/// </summary>
public static class GeoPackageMap
{
    private const int ApplicationId = 0x47504B47;
    private const int StandardVersion = 10300;

    private static readonly DisposalColumn[] Columns = [.. DisposalColumns.All, .. DisposalColumns.Judged];

    private static readonly string InsertSql =
        $"INSERT INTO plots VALUES ({string.Join(", ", Enumerable.Range(1, Columns.Length + 2).Select(i => "?" + i))})";

    /// <summary>Writes the file and returns how many plots it has. A file of that name is replaced, and only by a whole one.</summary>
    /// <exception cref="StoreException">The disk is full or the file cannot be written.</exception>
    public static long Write(
        string path,
        IEnumerable<Evaluation> evaluations,
        ListBasis basis,
        Texts? texts = null,
        CancellationToken cancel = default
    )
    {
        var part = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "." + Path.GetRandomFileName());
        try
        {
            long count;
            using (var connection = Connection.OpenNew(part, path, TimeSpan.FromSeconds(1)))
            {
                count = Fill(connection, evaluations, basis, texts ?? Texts.Chinese, cancel);
            }
            File.Move(part, path, overwrite: true);
            return count;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static long Fill(
        Connection connection,
        IEnumerable<Evaluation> evaluations,
        ListBasis basis,
        Texts texts,
        CancellationToken cancel
    )
    {
        // Nobody else sees the file before it is whole, so it needs no journal.
        connection.Execute(
            $"""
            PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {StandardVersion};
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;
            {StandardTables.Sql}
            {TableSql()}
            {SpatialIndex.OfPlots.TreeSql}
            """
        );
        var boxes = new List<TreeEntry>();
        var extent = (Box?)null;
        var count = 0L;
        foreach (var evaluation in evaluations)
        {
            cancel.ThrowIfCancellationRequested();
            var box = Insert(connection, ++count, new DisposalRow(evaluation, texts));
            if (box is not { } known)
                continue;
            boxes.Add(TreeEntry.Of(count, known));
            extent = extent is { } whole ? Union(whole, known) : known;
        }
        new SpatialTreeLoad(connection, SpatialIndex.OfPlots.Tree).Write(boxes);
        connection.Execute(SpatialIndex.OfPlots.TriggersSql);
        MapContents.Write(connection, basis, extent, texts);
        connection.Execute("COMMIT");
        return count;
    }

    /// <summary>Returns the box of the outline, or null when the plot has none that can be drawn.</summary>
    private static Box? Insert(Connection connection, long row, DisposalRow values)
    {
        var insert = connection[InsertSql].Bind(1, row);
        var shape = values.Plot.Shape;
        var box = shape is null ? null : BoxOf(shape.Wkb.Span);
        if (box is not null)
            insert.Bind(2, OutlineBlob.Write(shape!).AsSpan());
        for (var i = 0; i < Columns.Length; i++)
            Bind(insert, i + 3, Columns[i].Of(values));
        insert.Run();
        return box;
    }

    private static void Bind(Statement insert, int at, Fact fact)
    {
        switch (fact.Kind)
        {
            case FactKind.Text:
                insert.Bind(at, fact.Text);
                break;
            case FactKind.Number:
                insert.Bind(at, (double)fact.Number!.Value);
                break;
            case FactKind.Date:
                insert.Bind(at, fact.Date);
                break;
            case FactKind.Flag:
                insert.Bind(at, fact.Flag);
                break;
        }
    }

    private static Box? BoxOf(ReadOnlySpan<byte> wkb) =>
        WkbBox.Of(wkb) is { } box && double.IsFinite(box.West + box.East) && double.IsFinite(box.South + box.North)
            ? box
            : null;

    private static Box Union(Box a, Box b) =>
        new(Math.Min(a.West, b.West), Math.Min(a.South, b.South), Math.Max(a.East, b.East), Math.Max(a.North, b.North));

    private static string TableSql() =>
        $"""
            CREATE TABLE plots (
              fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
              geom MULTIPOLYGON,
              {string.Join(",\n  ", Columns.Select(column => $"\"{column.Id}\" {TypeOf(column)}"))}
            );
            """;

    private static string TypeOf(DisposalColumn column) =>
        column.Type switch
        {
            ColumnType.Number => column.Decimals == 0 ? "INTEGER" : "DOUBLE",
            ColumnType.Date => "DATE",
            ColumnType.Flag => "BOOLEAN",
            _ => "TEXT",
        };
}

using LandLedger.Fields;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Writing;

/// <summary>Puts plots into the feature table and its child tables; an existing plot keeps its fid.</summary>
/// <param name="fresh">The table was empty at the start: insert first and look only when the key is taken.</param>
internal sealed class PlotWriter(Connection connection, Extent extent, bool fresh)
{
    private static readonly Field[] Fields = [.. PlotFields.All];
    private static readonly string UpdateSql = PlotTable.Update(shape: true);
    private static readonly string UpdateKeepingShapeSql = PlotTable.Update(shape: false);
    private static readonly int FidParameter = PlotTable.Columns.Length + 1;

    public void Put(Plot plot)
    {
        if (plot.Number.Length == 0)
            throw new ArgumentException("A plot needs a number", nameof(plot));
        if (fresh && Bound(PlotTable.Insert, plot).RunUnlessTaken())
        {
            extent.Add(connection.LastRow, plot.Shape);
            PlotChildWriter.Insert(connection, plot);
            return;
        }
        if (Find(plot) is { } known)
            Replace(known.Fid, known.Box, plot);
        else
            Insert(plot);
        PlotChildWriter.Delete(connection, plot);
        PlotChildWriter.Insert(connection, plot);
    }

    private void Insert(Plot plot)
    {
        Bound(PlotTable.Insert, plot).Run();
        extent.Add(connection.LastRow, plot.Shape);
    }

    private void Replace(long fid, Box? old, Plot plot)
    {
        var keepShape = plot.Shape is { Wkb.IsEmpty: true };
        Bound(keepShape ? UpdateKeepingShapeSql : UpdateSql, plot).Bind(FidParameter, fid).Run();
        if (!keepShape)
            extent.Replace(fid, old, plot.Shape);
    }

    private (long Fid, Box? Box)? Find(Plot plot)
    {
        var row = connection["SELECT fid, geom FROM plots WHERE county = ?1 AND plot = ?2"]
            .Bind(1, plot.County)
            .Bind(2, plot.Number);
        (long, Box?)? found = row.Step() ? (row.Int64(0), OutlineBlob.BoxOf(row.Blob(1))) : null;
        row.Reset();
        return found;
    }

    private Statement Bound(string sql, Plot plot)
    {
        var statement = connection[sql];
        foreach (var field in Fields)
            Bind(statement, field.Ordinal + 1, field.Of(plot));
        statement.Bind(PlotFields.County.Ordinal + 1, plot.County);
        if (plot.Measured is { } measured)
        {
            statement
                .Bind(PlotTable.MeasuredMu + 1, (decimal?)measured.Plane.Mu)
                .Bind(PlotTable.PlaneCrs + 1, measured.PlaneCrs)
                .Bind(PlotTable.EllipsoidalMu + 1, (decimal?)measured.Ellipsoidal.Mu);
        }
        statement.Bind(PlotTable.EndedOn + 1, plot.EndedOn).Bind(PlotTable.EnteredOn + 1, plot.EnteredOn);
        if (plot.Shape is { Wkb.IsEmpty: false } shape)
        {
            statement
                .Bind(PlotTable.SurveyCrs + 1, shape.SurveyCrs)
                .Bind(PlotTable.Geom + 1, OutlineBlob.Write(shape).AsSpan());
        }
        return statement;
    }

    private static void Bind(Statement statement, int parameter, Fact fact)
    {
        switch (fact.Kind)
        {
            case FactKind.Number:
                statement.Bind(parameter, fact.Number);
                break;
            case FactKind.Date:
                statement.Bind(parameter, fact.Date);
                break;
            case FactKind.Flag:
                statement.Bind(parameter, fact.Flag);
                break;
            case FactKind.Text:
                statement.Bind(parameter, fact.Text);
                break;
        }
    }
}

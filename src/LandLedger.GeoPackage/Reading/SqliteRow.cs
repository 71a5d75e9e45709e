using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;
using LandLedger.Import;

namespace LandLedger.GeoPackage.Reading;

/// <summary>The plot row that a statement stands on; columns as <see cref="PlotTable.Columns"/>.</summary>
internal sealed class SqliteRow(Statement statement, Interned interned) : StoredRow(interned)
{
    private const string PlainSurveyCrs = "EPSG:4490";

    public override decimal? Number(Field field) =>
        statement.IsNull(field.Ordinal) ? null : statement.Decimal(field.Ordinal);

    public override DateOnly? Date(Field field) => statement.Date(field.Ordinal);

    public override bool? Flag(Field field) =>
        statement.IsNull(field.Ordinal) ? null : statement.Int64(field.Ordinal) != 0;

    public DateOnly? EndedOn => statement.Date(PlotTable.EndedOn);

    public AreaMeasurement? Measured =>
        statement.IsNull(PlotTable.MeasuredMu)
            ? null
            : new(
                LandLedger.Area.FromMu(statement.Decimal(PlotTable.MeasuredMu)),
                RepeatedText(PlotTable.PlaneCrs) ?? "",
                LandLedger.Area.FromMu(statement.Decimal(PlotTable.EllipsoidalMu))
            );

    public PlotShape? Shape(bool bytes) =>
        statement.IsNull(PlotTable.Geom)
            ? null
            : OutlineBlob.Read(
                statement.Blob(PlotTable.Geom),
                RepeatedText(PlotTable.SurveyCrs) ?? PlainSurveyCrs,
                bytes
            );

    protected override bool TryUtf8(int column, out ReadOnlySpan<byte> utf8) => statement.TryUtf8(column, out utf8);
}

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

    public override decimal? Number(Field field) => statement.DecimalOrNull(field.Ordinal);

    public override DateOnly? Date(Field field) => statement.Date(field.Ordinal);

    public override bool? Flag(Field field) => statement.FlagOrNull(field.Ordinal);

    public DateOnly? EnteredOn => statement.Date(PlotTable.EnteredOn);

    public DateOnly? EndedOn => statement.Date(PlotTable.EndedOn);

    public AreaMeasurement? Measured =>
        statement.DecimalOrNull(PlotTable.MeasuredMu) is not { } mu
            ? null
            : new(
                LandLedger.Area.FromMu(mu),
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

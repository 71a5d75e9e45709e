using System.Text;
using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.GeoPackage.Schema;
using LandLedger.GeoPackage.Sqlite;

namespace LandLedger.GeoPackage.Reading;

/// <summary>The plot row that a statement stands on; columns as <see cref="PlotTable.Columns"/>.</summary>
internal sealed class SqliteRow(Statement statement, Interned interned) : FactSource
{
    private const string PlainSurveyCrs = "EPSG:4490";

    /// <summary>Fields whose values differ from plot to plot are not worth keeping.</summary>
    private static readonly bool[] Repeated =
    [
        .. PlotFields.All.Select(field =>
            field.Type == FieldType.Code
            || field == PlotFields.County
            || field == PlotFields.Zone
            || field == PlotFields.Town
            || field == PlotFields.Holder
            || field == PlotFields.CreditCode
            || field == PlotFields.GrantedUse
            || field == PlotFields.GrantedUseCode
            || field == PlotFields.ActualUse
            || field == PlotFields.ActualUseCode
            || field == PlotFields.SupplyWay
            || field == PlotFields.ApprovedBy
            || field == PlotFields.Sector
        ),
    ];

    private readonly (string? Name, string? Code, LandUse? Use)[] _uses = new (string?, string?, LandUse?)[8];
    private int _nextUse;

    public override string? Text(Field field)
    {
        var column = field.Ordinal;
        if (!statement.TryUtf8(column, out var utf8))
            return null;
        return Repeated[column] ? interned.Text(utf8) : Encoding.UTF8.GetString(utf8);
    }

    /// <summary>Uses repeat from row to row, as the same strings.</summary>
    public override LandUse? Use(Field name, Field code)
    {
        var (named, coded) = (Text(name), Text(code));
        foreach (var (known, knownCode, use) in _uses)
        {
            if (ReferenceEquals(known, named) && ReferenceEquals(knownCode, coded))
                return use;
        }
        var found = LandUses.Find(named, coded);
        _uses[_nextUse++ % _uses.Length] = (named, coded, found);
        return found;
    }

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
                statement.IsNull(PlotTable.PlaneCrs) ? "" : interned.Text(statement.Utf8(PlotTable.PlaneCrs)),
                LandLedger.Area.FromMu(statement.Decimal(PlotTable.EllipsoidalMu))
            );

    public PlotShape? Shape(bool bytes) =>
        statement.IsNull(PlotTable.Geom)
            ? null
            : OutlineBlob.Read(
                statement.Blob(PlotTable.Geom),
                statement.IsNull(PlotTable.SurveyCrs)
                    ? PlainSurveyCrs
                    : interned.Text(statement.Utf8(PlotTable.SurveyCrs)),
                bytes
            );
}

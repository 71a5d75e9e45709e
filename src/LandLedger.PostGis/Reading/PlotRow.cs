using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.PostGis.Schema;
using LandLedger.PostGis.Sql;

namespace LandLedger.PostGis.Reading;

/// <summary>The record of a plot; columns as <see cref="PlotColumns.Names"/>.</summary>
internal sealed class PlotRow(Record record) : StoredRow(record.Interned)
{
    private const string PlainSurveyCrs = "EPSG:4490";

    /// <summary>Head of a multipolygon of one part.</summary>
    private static ReadOnlySpan<byte> Wrap => [1, WkbBox.MultiPolygon, 0, 0, 0, 1, 0, 0, 0];

    public override decimal? Number(Field field) => record.Number(field.Ordinal);

    public override DateOnly? Date(Field field) => record.Date(field.Ordinal);

    public override bool? Flag(Field field) => record.Flag(field.Ordinal);

    public DateOnly? EnteredOn => record.Date(PlotColumns.EnteredOn);

    public DateOnly? EndedOn => record.Date(PlotColumns.EndedOn);

    public AreaMeasurement? Measured =>
        record.Mu(PlotColumns.MeasuredMu) is { } plane && record.Mu(PlotColumns.EllipsoidalMu) is { } ellipsoidal
            ? new(plane, RepeatedText(PlotColumns.PlaneCrs) ?? "", ellipsoidal)
            : null;

    /// <summary>The outline, as box and CRS only where its bytes are not wanted; null for none and for an empty one.</summary>
    public PlotShape? Shape(bool bytes)
    {
        var wkb = record.Bytes(PlotColumns.Geom);
        if (WkbBox.Of(wkb) is not { } box)
            return null;
        if (wkb.StartsWith(Wrap))
            wkb = wkb[Wrap.Length..];
        var crs = RepeatedText(PlotColumns.SurveyCrs) ?? PlainSurveyCrs;
        return new(
            bytes ? wkb.ToArray() : default(ReadOnlyMemory<byte>),
            crs,
            box.West,
            box.South,
            box.East,
            box.North
        );
    }

    public Plot Build(PlotParts children, Outlines outlines) =>
        PlotFacts.Build(
            this,
            children with
            {
                Measured = Measured,
                EnteredOn = EnteredOn,
                EndedOn = EndedOn,
                Shape = Shape(outlines == Outlines.Whole),
            }
        );

    protected override bool TryUtf8(int column, out ReadOnlySpan<byte> utf8) => record.TryUtf8(column, out utf8);
}

/// <summary>How much of the outlines is read.</summary>
internal enum Outlines
{
    None,

    /// <summary>Box and CRS, no bytes.</summary>
    Boxes,
    Whole,
}

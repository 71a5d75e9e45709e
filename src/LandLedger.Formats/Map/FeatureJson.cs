using System.Text;
using LandLedger.Disposal;
using LandLedger.Formats.Output;
using LandLedger.Geometry;

namespace LandLedger.Formats.Map;

/// <summary>One plot as a GeoJSON feature. Property names are encoded once for all.</summary>
internal sealed class FeatureJson(ListBasis basis, GeoJsonOptions options)
{
    private static readonly (byte[] Name, DisposalColumn Column)[] Properties =
    [
        .. DisposalColumns.All.Select(
            (column, index) => (Encoding.UTF8.GetBytes($"{(index > 0 ? "," : "")}\"{column.Id}\":"), column)
        ),
    ];

    private readonly Positions _positions = new(options.Crs, options.Decimals ?? DecimalsOf(options.Crs));

    public void Write(Evaluation evaluation, Utf8Buffer output)
    {
        var row = new DisposalRow(evaluation, options.Texts);
        output.Raw("{\"type\":\"Feature\",\"id\":"u8);
        output.String(basis.IdOf(evaluation.Plot));
        output.Raw(",\"properties\":"u8);
        WriteProperties(row, output);
        WriteGeometry(evaluation.Plot.Shape, output);
        output.Raw((byte)'}');
    }

    /// <summary>About a centimetre in degrees, a millimetre in metres.</summary>
    private static int DecimalsOf(Crs crs) => crs.Kind == CrsKind.Geographic ? 7 : 3;

    /// <summary>The columns of a row as one JSON object; the JSON list writes the same.</summary>
    public static void WriteProperties(DisposalRow row, Utf8Buffer output)
    {
        output.Raw((byte)'{');
        foreach (var (name, column) in Properties)
        {
            output.Raw(name);
            WriteValue(column, column.Of(row), output);
        }
        output.Raw((byte)'}');
    }

    private static void WriteValue(DisposalColumn column, Fact fact, Utf8Buffer output)
    {
        if (column.Type == ColumnType.CodeList)
            output.Codes(fact.Text);
        else if (fact.Kind == FactKind.Text)
            output.String(fact.Text);
        else if (fact.Kind == FactKind.Number)
            output.Number(fact.Number!.Value);
        else if (fact.Kind == FactKind.Date)
            output.Date(fact.Date!.Value);
        else if (fact.Kind == FactKind.Flag)
            output.Raw(fact.Flag!.Value ? "true"u8 : "false"u8);
        else
            output.Raw("null"u8);
    }

    private void WriteGeometry(PlotShape? shape, Utf8Buffer output)
    {
        output.Raw(",\"geometry\":"u8);
        if (shape is null)
        {
            output.Raw("null"u8);
        }
        else if (GeometryJson.Write(output, shape.Wkb.Span, _positions) && options.Boxes)
        {
            output.Raw(",\"bbox\":"u8);
            _positions.WriteBox(output);
        }
    }
}

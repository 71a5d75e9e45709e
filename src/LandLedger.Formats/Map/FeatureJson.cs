using System.Text;
using LandLedger.Disposal;
using LandLedger.Formats.Output;
using LandLedger.Geometry;

namespace LandLedger.Formats.Map;

/// <summary>One plot as a GeoJSON feature. Property names are encoded once for all.</summary>
internal sealed class FeatureJson(ListBasis basis, GeoJsonOptions options)
{
    private static readonly (byte[] Name, DisposalColumn Column)[] All = Named(DisposalColumns.All);

    private readonly (byte[] Name, DisposalColumn Column)[] _properties =
        options.Columns == DisposalColumns.All ? All : Named(options.Columns);

    private readonly byte[] _shifted = options.Shifted ? Mark(first: options.Columns.Count == 0) : [];
    private readonly Positions _positions = new(
        options.Crs,
        options.Decimals ?? DecimalsOf(options.Crs),
        options.Shifted
    );

    public void Write(Evaluation evaluation, Utf8Buffer output)
    {
        var id = basis.IdOf(evaluation.Plot);
        WriteStart(id, output);
        var row = new DisposalRow(evaluation, options.Texts);
        WriteProperties(_properties, row, static (column, row) => column.Of(row), _shifted, output);
        WriteEnd(id, evaluation.Plot.Shape, output);
    }

    /// <summary>Of a plot that nobody judged, on the day of the basis; only with columns that are not judged.</summary>
    public void Write(Plot plot, Utf8Buffer output)
    {
        var id = basis.IdOf(plot);
        WriteStart(id, output);
        WriteProperties(
            _properties,
            (plot, basis.AsOf),
            static (column, at) => column.Of(at.plot, at.AsOf),
            _shifted,
            output
        );
        WriteEnd(id, plot.Shape, output);
    }

    /// <summary>Of a line of a list.</summary>
    public void Write(ListLine line, Utf8Buffer output)
    {
        WriteStart(line.Id, output);
        WriteProperties(_properties, line, static (column, line) => line[column], _shifted, output);
        WriteEnd(line.Id, line.Shape, output);
    }

    /// <summary>Writes the columns of a line as one JSON object; the JSON list writes the same.</summary>
    public static ItemWriter<ListLine> Properties(IReadOnlyList<DisposalColumn> columns)
    {
        var named = Named(columns);
        return (line, output) => WriteProperties(named, line, static (column, line) => line[column], [], output);
    }

    private static (byte[] Name, DisposalColumn Column)[] Named(IEnumerable<DisposalColumn> columns) =>
        [
            .. columns.Select(
                (column, index) => (Encoding.UTF8.GetBytes($"{(index > 0 ? "," : "")}\"{column.Id}\":"), column)
            ),
        ];

    private static byte[] Mark(bool first) =>
        Encoding.UTF8.GetBytes($"{(first ? "" : ",")}\"{ShiftedMark.Member}\":\"{ShiftedMark.Value}\"");

    /// <summary>About a centimetre in degrees, a millimetre in metres.</summary>
    public static int DecimalsOf(Crs crs) => crs.Kind == CrsKind.Geographic ? 7 : 3;

    private static void WriteStart(string id, Utf8Buffer output)
    {
        output.Raw("{\"type\":\"Feature\",\"id\":"u8);
        output.String(id);
        output.Raw(",\"properties\":"u8);
    }

    private void WriteEnd(string id, PlotShape? shape, Utf8Buffer output)
    {
        WriteGeometry(shape, output);
        if (options.Links.Count > 0)
            WriteLinks(id, output);
        output.Raw((byte)'}');
    }

    private void WriteLinks(string id, Utf8Buffer output)
    {
        output.Raw(",\"links\":["u8);
        for (var i = 0; i < options.Links.Count; i++)
        {
            var (rel, type, address) = options.Links[i];
            output.Raw(i > 0 ? ",{\"href\":"u8 : "{\"href\":"u8);
            output.String(address(id));
            output.Raw(",\"rel\":"u8);
            output.String(rel);
            output.Raw(",\"type\":"u8);
            output.String(type);
            output.Raw((byte)'}');
        }
        output.Raw((byte)']');
    }

    private static void WriteProperties<T>(
        (byte[] Name, DisposalColumn Column)[] properties,
        T item,
        Func<DisposalColumn, T, Fact> value,
        byte[] further,
        Utf8Buffer output
    )
    {
        output.Raw((byte)'{');
        foreach (var (name, column) in properties)
        {
            output.Raw(name);
            WriteValue(column, value(column, item), output);
        }
        output.Raw(further);
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

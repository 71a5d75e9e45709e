using System.Globalization;
using LandLedger.Formats.Output;
using LandLedger.Layers;

namespace LandLedger.Formats.Map;

/// <summary>One feature of a layer as a GeoJSON feature. Property names are encoded once for all.</summary>
internal sealed class LayerFeatureJson(Layer layer, GeoJsonOptions options)
{
    private const int NumberRoom = 32;

    private readonly byte[][] _names = [.. layer.Values.Select((property, i) => Named(property.Name, i > 0))];
    private readonly Positions _positions = new(options.Crs, options.Decimals ?? FeatureJson.DecimalsOf(options.Crs));

    public void Write(LayerFeature feature, Utf8Buffer output)
    {
        output.Raw("{\"type\":\"Feature\",\"id\":"u8);
        if (feature.Name is { } name)
            output.String(name);
        else
            Write(feature.Id, output);
        output.Raw(",\"properties\":{"u8);
        for (var i = 0; i < _names.Length; i++)
        {
            output.Raw(_names[i]);
            Write(feature.Values[i], output);
        }
        output.Raw("},\"geometry\":"u8);
        if (feature.Shape is not { } shape)
        {
            output.Raw("null"u8);
        }
        else if (GeometryJson.Write(output, shape.Wkb.Span, _positions) && options.Boxes)
        {
            output.Raw(",\"bbox\":"u8);
            _positions.WriteBox(output);
        }
        output.Raw((byte)'}');
    }

    private static byte[] Named(string name, bool further)
    {
        var buffer = new Utf8Buffer();
        if (further)
            buffer.Raw((byte)',');
        buffer.String(name);
        buffer.Raw((byte)':');
        return buffer.Written.ToArray();
    }

    /// <summary>A number that JSON does not have is unknown.</summary>
    private static void Write(object? value, Utf8Buffer output)
    {
        switch (value)
        {
            case string text:
                output.String(text);
                break;
            case long whole:
                Write(whole, output);
                break;
            case double number when double.IsFinite(number):
                number.TryFormat(output.GetSpan(NumberRoom), out var length, "R", CultureInfo.InvariantCulture);
                output.Advance(length);
                break;
            case decimal exact:
                output.Number(exact);
                break;
            case bool flag:
                output.Raw(flag ? "true"u8 : "false"u8);
                break;
            case DateOnly day:
                output.Date(day);
                break;
            case DateTime instant:
                output.String(instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFK", CultureInfo.InvariantCulture));
                break;
            case string[] list:
                Write(list, output);
                break;
            default:
                output.Raw("null"u8);
                break;
        }
    }

    private static void Write(long whole, Utf8Buffer output)
    {
        whole.TryFormat(output.GetSpan(NumberRoom), out var length, default, CultureInfo.InvariantCulture);
        output.Advance(length);
    }

    private static void Write(string[] list, Utf8Buffer output)
    {
        output.Raw((byte)'[');
        for (var i = 0; i < list.Length; i++)
        {
            if (i > 0)
                output.Raw((byte)',');
            output.String(list[i]);
        }
        output.Raw((byte)']');
    }
}

using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Formats.GeoJson;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.Import.Dictionary;

namespace LandLedger.Service.Plots.Writing;

/// <summary>What a request says as the file of one feature that an import reads: so that both are read and checked alike.</summary>
internal static class SaidPlot
{
    private static readonly string TakenBack = FieldDictionary.Withdrawn[0];

    /// <summary>The file; positions are in the order of the authority of their system, and written easting or longitude first.</summary>
    /// <param name="plot">Which plot is said to be so.</param>
    /// <param name="replaced">The plot that it comes in the place of: what is shown and not said of it is taken back. Null where it stays.</param>
    public static ImportFile File(PlotBody body, PlotKey plot, Plot? replaced, Crs crs, ImportSource source)
    {
        var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            Write(json, body, plot, replaced, crs);
        bytes.Position = 0;
        return new(source, [GeoJsonFile.Open(bytes, source.Name)]);
    }

    private static void Write(Utf8JsonWriter json, PlotBody body, PlotKey plot, Plot? replaced, Crs crs)
    {
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        if (crs != CrsTable.LonLat)
        {
            json.WriteStartObject("crs");
            json.WriteString("type", "name");
            json.WriteStartObject("properties");
            json.WriteString("name", crs.Code);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteStartArray("features");
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        WriteFacts(json, body, plot, replaced);
        json.WriteEndObject();
        json.WritePropertyName("geometry");
        if (body.Geometry is { } geometry)
            Write(json, geometry, crs.Axis is AxisOrder.LatitudeLongitude or AxisOrder.NorthingEasting);
        else
            json.WriteNullValue();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, PlotBody body, PlotKey plot, Plot? replaced)
    {
        json.WriteString(PlotFields.Plot.Id, plot.Number);
        if (plot.County.Length > 0)
            json.WriteString(PlotFields.County.Id, plot.County);
        foreach (var (field, text) in body.Facts)
        {
            if (!WritableFields.IsIdentity(field))
                json.WriteString(field.Id, text ?? TakenBack);
        }
        foreach (var field in Unsaid(body, replaced))
            json.WriteString(field.Id, TakenBack);
    }

    /// <summary>What is known and shown of a plot and not said of what comes in its place.</summary>
    private static IEnumerable<Field> Unsaid(PlotBody body, Plot? replaced)
    {
        if (replaced is not null)
        {
            foreach (var field in PlotFields.All)
            {
                if (
                    WritableFields.IsShown(field)
                    && !WritableFields.IsIdentity(field)
                    && !body.Says(field)
                    && field.Of(replaced).IsKnown
                )
                    yield return field;
            }
        }
        if (body.Geometry is null && !body.KeepsGeometry && (body.SaysGeometry || replaced?.Shape is not null))
            yield return RowFields.Geometry;
    }

    /// <summary>Writes it as it is, or with the first two numbers of each position exchanged.</summary>
    private static void Write(Utf8JsonWriter json, JsonElement value, bool exchanges)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value, exchanges);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array when exchanges && IsPosition(value):
                json.WriteStartArray();
                value[1].WriteTo(json);
                value[0].WriteTo(json);
                foreach (var further in value.EnumerateArray().Skip(2))
                    further.WriteTo(json);
                json.WriteEndArray();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var part in value.EnumerateArray())
                    Write(json, part, exchanges);
                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private static bool IsPosition(JsonElement value) =>
        value.GetArrayLength() > 1 && value.EnumerateArray().All(part => part.ValueKind == JsonValueKind.Number);
}

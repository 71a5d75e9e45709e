using System.Text.Json;
using NetTopologySuite.Geometries;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.Filters.Cql;

/// <summary>Names and literals as CQL2 JSON; geometries are GeoJSON.</summary>
internal static class JsonLiterals
{
    public static void Write(Utf8JsonWriter json, Operand operand)
    {
        switch (operand)
        {
            case Property property:
                Member(json, "property", () => json.WriteStringValue(property.Name));
                break;
            case TextValue text:
                json.WriteStringValue(text.Text);
                break;
            case NumberValue number:
                json.WriteRawValue(number.Digits);
                break;
            case Truth truth:
                json.WriteBooleanValue(truth.Value);
                break;
            case DayValue day:
                Member(json, "date", () => json.WriteStringValue(Instants.Text(day)));
                break;
            case InstantValue instant:
                Member(json, "timestamp", () => json.WriteStringValue(Instants.Text(instant)));
                break;
            case IntervalValue(var start, var end):
                Member(json, "interval", () => Listed(json, [start, end], End));
                break;
            case BoxValue box:
                double[] corners = [box.Lower1, box.Lower2, box.Upper1, box.Upper2];
                Member(json, "bbox", () => Listed(json, corners, static (j, number) => j.WriteNumberValue(number)));
                break;
            case ListValue list:
                Listed(json, list.Items, JsonTree.Write);
                break;
            case ShapeValue shape:
                Geometry(json, shape.Shape);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(operand), operand.GetType(), null);
        }
    }

    private static void Member(Utf8JsonWriter json, string name, Action value)
    {
        json.WriteStartObject();
        json.WritePropertyName(name);
        value();
        json.WriteEndObject();
    }

    private static void Listed<T>(Utf8JsonWriter json, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }

    private static void End(Utf8JsonWriter json, Operand? end)
    {
        switch (end)
        {
            case null:
                json.WriteStringValue(Instants.Open);
                break;
            case DayValue day:
                json.WriteStringValue(Instants.Text(day));
                break;
            case InstantValue instant:
                json.WriteStringValue(Instants.Text(instant));
                break;
            default:
                Write(json, end);
                break;
        }
    }

    private static void Geometry(Utf8JsonWriter json, Shape shape)
    {
        json.WriteStartObject();
        json.WriteString("type", shape.GeometryType);
        if (shape is GeometryCollection { OgcGeometryType: OgcGeometryType.GeometryCollection } parts)
        {
            json.WritePropertyName("geometries");
            Listed(json, parts.Geometries, Geometry);
        }
        else
        {
            json.WritePropertyName("coordinates");
            Positions(json, shape);
        }
        json.WriteEndObject();
    }

    private static void Positions(Utf8JsonWriter json, Shape shape)
    {
        switch (shape)
        {
            case Point point:
                Position(json, point.Coordinate);
                break;
            case Polygon polygon:
                Listed<Shape>(json, [polygon.ExteriorRing, .. polygon.InteriorRings], Positions);
                break;
            case GeometryCollection parts:
                Listed(json, parts.Geometries, Positions);
                break;
            default:
                Listed(json, shape.Coordinates, Position);
                break;
        }
    }

    private static void Position(Utf8JsonWriter json, Coordinate position) =>
        Listed(json, [position.X, position.Y], static (j, number) => j.WriteNumberValue(number));
}

using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using Shape = NetTopologySuite.Geometries.Geometry;

namespace LandLedger.Filters.Cql;

/// <summary>Names and literals as CQL2 Text.</summary>
internal static class Literals
{
    public static void Put(StringBuilder text, Operand operand)
    {
        _ = operand switch
        {
            Property property => PutName(text, property.Name),
            TextValue value => PutText(text, value.Text),
            NumberValue number => text.Append(number.Digits),
            Truth truth => text.Append(truth.Value ? "TRUE" : "FALSE"),
            DayValue day => text.Append("DATE('").Append(Instants.Text(day)).Append("')"),
            InstantValue instant => text.Append("TIMESTAMP('").Append(Instants.Text(instant)).Append("')"),
            IntervalValue(var start, var end) => PutInterval(text, start, end),
            BoxValue box => text.Append(
                CultureInfo.InvariantCulture,
                $"BBOX({box.Lower1:R},{box.Lower2:R},{box.Upper1:R},{box.Upper2:R})"
            ),
            ShapeValue shape => PutShape(text, shape.Shape, tagged: true),
            _ => throw new ArgumentOutOfRangeException(nameof(operand), operand.GetType(), null),
        };
    }

    private static StringBuilder PutName(StringBuilder text, string name) =>
        Letters.IsName(name) && !Names.IsKeyword(name)
            ? text.Append(name)
            : text.Append('"').Append(name.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');

    /// <summary>A backslash that would take the meaning from what follows it stands twice.</summary>
    private static StringBuilder PutText(StringBuilder text, string value)
    {
        text.Append('\'');
        for (var i = 0; i < value.Length; i++)
        {
            var letter = value[i];
            var escape = Letters.Escaped.IndexOf(letter, StringComparison.Ordinal);
            var meant =
                letter == '\\'
                && (i + 1 == value.Length || value[i + 1] is '\'' or '\\' || Letters.Escapes.Contains(value[i + 1]));
            if (letter == '\'' || meant)
                text.Append(letter).Append(letter);
            else if (escape >= 0)
                text.Append('\\').Append(Letters.Escapes[escape]);
            else
                text.Append(letter);
        }
        return text.Append('\'');
    }

    private static StringBuilder PutInterval(StringBuilder text, Operand? start, Operand? end)
    {
        PutEnd(text.Append("INTERVAL("), start);
        PutEnd(text.Append(','), end);
        return text.Append(')');
    }

    private static void PutEnd(StringBuilder text, Operand? end)
    {
        _ = end switch
        {
            null => text.Append('\'').Append(Instants.Open).Append('\''),
            DayValue day => text.Append('\'').Append(Instants.Text(day)).Append('\''),
            InstantValue instant => text.Append('\'').Append(Instants.Text(instant)).Append('\''),
            Property property => PutName(text, property.Name),
            _ => throw new ArgumentOutOfRangeException(nameof(end), end.GetType(), null),
        };
    }

    private static StringBuilder PutShape(StringBuilder text, Shape shape, bool tagged)
    {
        if (tagged)
            text.Append(shape.GeometryType.ToUpperInvariant());
        return shape switch
        {
            Polygon polygon => PutListed(text, [polygon.ExteriorRing, .. polygon.InteriorRings], PutRing),
            GeometryCollection parts => PutListed(
                text,
                parts.Geometries,
                (t, part) => PutShape(t, part, tagged: parts.OgcGeometryType == OgcGeometryType.GeometryCollection)
            ),
            _ => PutRing(text, shape),
        };
    }

    private static StringBuilder PutRing(StringBuilder text, Shape line) =>
        PutListed(
            text,
            line.Coordinates,
            static (t, position) => t.Append(CultureInfo.InvariantCulture, $"{position.X:R} {position.Y:R}")
        );

    private static StringBuilder PutListed<T>(
        StringBuilder text,
        IReadOnlyList<T> items,
        Func<StringBuilder, T, StringBuilder> put
    )
    {
        text.Append('(');
        for (var i = 0; i < items.Count; i++)
            put(i == 0 ? text : text.Append(','), items[i]);
        return text.Append(')');
    }
}

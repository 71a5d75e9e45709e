using System.Globalization;
using System.Text;
using System.Text.Json;
using LandLedger.Formats.Shapes;
using LandLedger.Import;

namespace LandLedger.Formats.GeoJson;

/// <summary>
/// Reads one geometry object whatever the order of its members: coordinates are collected by their nesting, and compared with
/// the type at the end.
/// </summary>
internal sealed class GeoJsonGeometry
{
    private readonly RingBuffer _rings = new();
    private int _positionDepth;
    private int _positions;

    public string? Type { get; set; }

    public string? Trouble { get; private set; }

    /// <summary>The text at which <see cref="Trouble"/> was met.</summary>
    public string? TroubleValue { get; private set; }

    /// <summary>0-based position of the geometry, closing points counted, at which <see cref="Trouble"/> was met.</summary>
    public int TroublePosition { get; private set; }

    public void Clear()
    {
        _rings.Clear();
        (_positionDepth, _positions, TroublePosition) = (0, 0, 0);
        Type = null;
        Trouble = null;
        TroubleValue = null;
    }

    /// <summary>Reads the value after "geometry": an object or null.</summary>
    public bool Read(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            if (reader.TokenType != JsonTokenType.Null)
            {
                Fail(ShapeReading.Unreadable, ref reader);
            }
            return reader.TrySkip();
        }
        while (true)
        {
            if (!reader.Read())
            {
                return false;
            }
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }
            if (reader.ValueTextEquals("coordinates"u8))
            {
                if (!Coordinates(ref reader))
                {
                    return false;
                }
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                if (!reader.Read())
                {
                    return false;
                }
                if (reader.TokenType == JsonTokenType.String)
                {
                    Type = JsonText.Of(ref reader);
                }
                else if (!reader.TrySkip())
                {
                    return false;
                }
            }
            else if (!reader.TrySkip())
            {
                return false;
            }
        }
    }

    /// <summary>Reads the value after "coordinates".</summary>
    public bool Coordinates(ref Utf8JsonReader reader)
    {
        var depth = 0;
        var numbers = 0;
        var (x, y) = (0.0, 0.0);
        _rings.Clear();
        (_positionDepth, _positions) = (0, 0);
        do
        {
            if (!reader.Read())
            {
                return false;
            }
            switch (reader.TokenType)
            {
                case JsonTokenType.Number:
                    var number = Number(ref reader, depth);
                    (x, y) =
                        numbers == 0 ? (number, y)
                        : numbers == 1 ? (x, number)
                        : (x, y);
                    numbers++;
                    break;
                case JsonTokenType.StartArray:
                    depth++;
                    if (_positionDepth > 0 && depth > _positionDepth)
                    {
                        Fail(ShapeReading.Unreadable, ref reader);
                    }
                    break;
                case JsonTokenType.EndArray:
                    End(ref reader, depth, numbers, x, y);
                    depth--;
                    numbers = 0;
                    break;
                default:
                    Fail(ShapeReading.NotANumber, ref reader);
                    if (!reader.TrySkip())
                    {
                        return false;
                    }
                    break;
            }
        } while (depth > 0);
        return true;
    }

    /// <summary>The shape, or null for none; asked after the last member. May set <see cref="Trouble"/>.</summary>
    public RawShape? Shape()
    {
        if (Trouble is not null || (Type is null && _positionDepth == 0))
        {
            return null;
        }
        var kind = ShapeKind.Find(Type);
        if (DepthOf(kind) is not { } depth)
        {
            return new RawShape(kind ?? Type ?? "", []);
        }
        if (_positionDepth != 0 && _positionDepth != depth)
        {
            Trouble = ShapeReading.Unreadable;
            TroubleValue = Type;
            return null;
        }
        if (_positionDepth == 1)
        {
            _rings.EndRing();
        }
        if (_positionDepth is 1 or 2)
        {
            _rings.EndPart();
        }
        return _rings.ToShape(kind!);
    }

    /// <summary>How deep positions stand in a kind; null for those that are named only.</summary>
    private static int? DepthOf(string? kind) =>
        kind switch
        {
            ShapeKind.Point => 1,
            ShapeKind.LineString or ShapeKind.MultiPoint => 2,
            ShapeKind.Polygon or ShapeKind.MultiLineString => 3,
            ShapeKind.MultiPolygon => 4,
            _ => null,
        };

    private double Number(ref Utf8JsonReader reader, int depth)
    {
        _positionDepth = _positionDepth == 0 ? depth : _positionDepth;
        if (depth == 0 || depth != _positionDepth)
        {
            Fail(ShapeReading.Unreadable, ref reader);
        }
        if (!reader.TryGetDouble(out var number) || !double.IsFinite(number))
        {
            Fail(ShapeReading.NotANumber, ref reader);
        }
        return number;
    }

    private void End(ref Utf8JsonReader reader, int depth, int numbers, double x, double y)
    {
        if (Trouble is not null || _positionDepth == 0)
        {
            return;
        }
        if (depth == _positionDepth)
        {
            if (numbers < 2)
            {
                Fail(ShapeReading.Unreadable, ref reader);
                TroubleValue = numbers == 0 ? "[]" : string.Create(CultureInfo.InvariantCulture, $"[{x}]");
            }
            else if (_rings.Add(x, y) is { } limit)
            {
                Fail(limit, ref reader);
            }
            _positions++;
        }
        else if (depth == _positionDepth - 1)
        {
            if (_rings.EndRing() is { } limit)
            {
                Fail(limit, ref reader);
            }
        }
        else if (depth == _positionDepth - 2)
        {
            _rings.EndPart();
        }
    }

    private void Fail(string trouble, ref Utf8JsonReader reader)
    {
        if (Trouble is null)
        {
            Trouble = trouble;
            TroublePosition = _positions;
            TroubleValue = Encoding.UTF8.GetString(reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, 50)]);
        }
    }
}

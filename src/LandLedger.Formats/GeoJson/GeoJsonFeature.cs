using System.Text;
using System.Text.Json;

namespace LandLedger.Formats.GeoJson;

/// <summary>What a step found at the place of a feature.</summary>
internal enum GeoJsonFound
{
    Feature,
    Geometry,

    /// <summary>A FeatureCollection; nothing of it has been taken yet.</summary>
    Collection,
    EndOfArray,

    /// <summary>JSON, but nothing that GeoJSON has at this place.</summary>
    Other,
}

/// <summary>Reads one feature, bare geometry or start of a collection. In the first pass it only collects names.</summary>
internal sealed class GeoJsonFeature(JsonWindow window, GeoJsonColumns columns)
{
    private bool _hasMembers;

    public GeoJsonGeometry Geometry { get; } = new();

    public string?[] Cells { get; private set; } = [];

    public GeoJsonFound Found { get; private set; }

    public int Line { get; private set; }

    /// <summary>Whether any feature so far had a member id.</summary>
    public bool IdSeen { get; private set; }

    public bool ShiftedSeen { get; private set; }

    /// <summary>At the top of the text.</summary>
    public bool Top(ref Utf8JsonReader reader) => Read(ref reader, top: true);

    /// <summary>Inside the array "features".</summary>
    public bool Element(ref Utf8JsonReader reader) => Read(ref reader, top: false);

    private bool Read(ref Utf8JsonReader reader, bool top)
    {
        var start = reader;
        if (!reader.Read())
        {
            return false;
        }
        Line = window.LineAt(reader.TokenStartIndex);
        Found = GeoJsonFound.Other;
        _hasMembers = false;
        Geometry.Clear();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Found = reader.TokenType == JsonTokenType.EndArray ? GeoJsonFound.EndOfArray : GeoJsonFound.Other;
            return reader.TrySkip();
        }
        Cells = columns.Open ? [] : new string?[columns.Count];
        string? type = null;
        while (true)
        {
            if (!reader.Read())
            {
                return false;
            }
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                Found = Kind(type);
                return true;
            }
            if (top && type != "Feature" && reader.ValueTextEquals("features"u8))
            {
                reader = start;
                Found = GeoJsonFound.Collection;
                return true;
            }
            if (!Member(ref reader, ref type))
            {
                return false;
            }
        }
    }

    private GeoJsonFound Kind(string? type)
    {
        if (type == "Feature" || (type is null && _hasMembers))
        {
            return GeoJsonFound.Feature;
        }
        if (Shapes.ShapeKind.Find(type) is null)
        {
            return GeoJsonFound.Other;
        }
        Geometry.Type = type;
        return GeoJsonFound.Geometry;
    }

    private bool Member(ref Utf8JsonReader reader, ref string? type)
    {
        if (reader.ValueTextEquals("properties"u8))
        {
            _hasMembers = true;
            return Properties(ref reader);
        }
        if (reader.ValueTextEquals("geometry"u8))
        {
            _hasMembers = true;
            return columns.Open ? reader.TrySkip() : Geometry.Read(ref reader);
        }
        if (reader.ValueTextEquals("coordinates"u8) && type != "Feature")
        {
            return columns.Open ? reader.TrySkip() : Geometry.Coordinates(ref reader);
        }
        if (reader.ValueTextEquals("type"u8))
        {
            if (!reader.Read())
            {
                return false;
            }
            type = reader.TokenType == JsonTokenType.String ? JsonText.Of(ref reader) : "";
            return reader.TrySkip();
        }
        if (reader.ValueTextEquals("id"u8))
        {
            IdSeen = true;
            return reader.Read() && Value(ref reader, columns.Id);
        }
        ShiftedSeen |= reader.ValueTextEquals(ShiftedMark.Member);
        return reader.TrySkip();
    }

    private bool Properties(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return reader.TrySkip();
        }
        var next = 0;
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
            var column = columns.Find(ref reader, ref next);
            if (!reader.Read() || !Value(ref reader, column))
            {
                return false;
            }
        }
    }

    private bool Value(ref Utf8JsonReader reader, int column)
    {
        var start = reader.TokenStartIndex;
        var kind = reader.TokenType;
        var first = reader;
        if (!reader.TrySkip())
        {
            return false;
        }
        if (columns.Open)
        {
            columns.TypeOf(column).Add(ref first, kind, window.Bytes[(int)start..(int)reader.BytesConsumed]);
        }
        if (!columns.Open && column >= 0)
        {
            Cells[column] = kind switch
            {
                JsonTokenType.Null => null,
                JsonTokenType.String => JsonText.Of(ref reader),
                _ => Encoding.UTF8.GetString(window.Bytes[(int)start..(int)reader.BytesConsumed]),
            };
        }
        return true;
    }
}

using System.Text.Json;

namespace LandLedger.Formats.GeoJson;

/// <summary>
/// Goes once through a GeoJSON text: a collection, one feature or geometry, or any number of them one after the other.
/// </summary>
internal sealed class GeoJsonWalk(JsonWindow window, GeoJsonColumns columns)
{
    private JsonTokenType _token;
    private string _name = "";

    public GeoJsonFeature Feature { get; } = new(window, columns);

    /// <summary>The legacy member "crs" as raw JSON value, if there was one.</summary>
    public JsonElement? Crs { get; private set; }

    /// <summary>The member "name" of the collection.</summary>
    public string? Name { get; private set; }

    public bool Shifted { get; private set; }

    /// <summary>Stops at every feature, geometry and stray value, which <see cref="Feature"/> then shows.</summary>
    public IEnumerable<GeoJsonFound> Stops()
    {
        while (window.Take(Feature.Top))
        {
            if (Feature.Found != GeoJsonFound.Collection)
            {
                yield return Feature.Found;
                continue;
            }
            foreach (var found in Collection())
            {
                yield return found;
            }
        }
        Shifted |= Feature.ShiftedSeen;
    }

    private IEnumerable<GeoJsonFound> Collection()
    {
        window.Take(Token);
        while (window.Take(Token) && _token == JsonTokenType.PropertyName)
        {
            switch (_name)
            {
                case "features":
                    window.Take(Start);
                    while (_token == JsonTokenType.StartArray && window.Take(Feature.Element))
                    {
                        if (Feature.Found == GeoJsonFound.EndOfArray)
                        {
                            break;
                        }
                        yield return Feature.Found;
                    }
                    break;
                case "crs":
                    window.Take(CrsValue);
                    break;
                case "name":
                    window.Take(NameValue);
                    break;
                default:
                    Shifted |= _name == ShiftedMark.Member;
                    window.Take(Skip);
                    break;
            }
        }
    }

    private bool Token(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }
        _token = reader.TokenType;
        _name = _token == JsonTokenType.PropertyName ? JsonText.Of(ref reader) : "";
        return true;
    }

    /// <summary>Goes into an array and past anything else.</summary>
    private bool Start(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }
        _token = reader.TokenType;
        return _token == JsonTokenType.StartArray || reader.TrySkip();
    }

    private bool NameValue(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }
        Name = reader.TokenType == JsonTokenType.String ? JsonText.Of(ref reader) : null;
        return reader.TrySkip();
    }

    private bool Skip(ref Utf8JsonReader reader) => reader.Read() && reader.TrySkip();

    private bool CrsValue(ref Utf8JsonReader reader)
    {
        if (!JsonDocument.TryParseValue(ref reader, out var document))
        {
            return false;
        }
        Crs = document.RootElement.Clone();
        document.Dispose();
        return true;
    }
}

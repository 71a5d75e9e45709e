using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Service.Http;

namespace LandLedger.Service.Plots.Writing;

/// <summary>What a request says of a plot: facts by their fields, null where one is taken back, and an outline.</summary>
internal sealed class PlotBody
{
    private const string Type = "Feature";
    private const string PropertiesName = "properties";
    private const string GeometryName = "geometry";

    /// <summary>Members of a feature that say nothing of the plot: answers have them, and programs send them back.</summary>
    private static readonly string[] Beside = ["type", "id", "bbox", "links", "asOf", "issues"];

    private readonly Dictionary<Field, string?> _facts = [];

    /// <summary>The texts of cells; null where the fact is taken back.</summary>
    public IReadOnlyDictionary<Field, string?> Facts => _facts;

    /// <summary>The outline; null where none is said, or null is.</summary>
    public JsonElement? Geometry { get; private set; }

    /// <summary>Whether anything is said of the outline.</summary>
    public bool SaysGeometry { get; private set; }

    public string? Id { get; private set; }

    /// <summary>The whole body as it came.</summary>
    public required string Raw { get; init; }

    public string? Number => _facts.GetValueOrDefault(PlotFields.Plot);

    public string? County => _facts.GetValueOrDefault(PlotFields.County);

    /// <summary>Reads a feature of GeoJSON.</summary>
    public static (PlotBody? Body, Problem? Problem) OfFeature(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && !(
            json.TryGetProperty("type", out var type)
            && type.ValueKind == JsonValueKind.String
            && type.GetString() == Type
        )
            ? (null, Wrong("type", Type))
            : OfPatch(json);

    /// <summary>Reads a merge patch (RFC 7396) of a feature: what is left out stays.</summary>
    public static (PlotBody? Body, Problem? Problem) OfPatch(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return (null, Wrong("$", "object"));
        var body = new PlotBody { Raw = json.GetRawText() };
        foreach (var member in json.EnumerateObject())
        {
            if (body.Read(member) is { } problem)
                return (null, problem);
        }
        return (body, null);
    }

    /// <summary>What is wrong, with its place in the body.</summary>
    public static Problem Wrong(string place, string expected) =>
        new("plot-wrong", ("place", place), ("expected", expected));

    private Problem? Read(JsonProperty member)
    {
        switch (member.Name)
        {
            case PropertiesName when member.Value.ValueKind == JsonValueKind.Object:
                return member.Value.EnumerateObject().Select(ReadFact).FirstOrDefault(problem => problem is not null);
            case PropertiesName:
                return member.Value.ValueKind == JsonValueKind.Null ? null : Wrong(PropertiesName, "object");
            case GeometryName:
                SaysGeometry = true;
                Geometry = member.Value.ValueKind == JsonValueKind.Object ? member.Value : null;
                return member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Null
                    ? null
                    : Wrong(GeometryName, "object, null");
            case "id":
                Id =
                    member.Value.ValueKind == JsonValueKind.String
                        ? member.Value.GetString()
                        : member.Value.GetRawText();
                return null;
            default:
                return Beside.Contains(member.Name)
                    ? null
                    : Wrong(member.Name, string.Join(", ", [PropertiesName, GeometryName, .. Beside]));
        }
    }

    private Problem? ReadFact(JsonProperty said)
    {
        var place = $"{PropertiesName}.{said.Name}";
        if (WritableFields.Find(said.Name) is not { } field)
            // What is read only is not known to a new plot, and that may be said.
            return said.Value.ValueKind == JsonValueKind.Null && IsReadOnly(said.Name)
                ? null
                : Wrong(place, WritableFields.Names);
        if (IsNothing(said.Value))
        {
            _facts[field] = null;
            return null;
        }
        if (FactJson.Text(field, said.Value, out var expected) is not { } text)
            return Wrong(place, expected);
        if (field == PlotFields.County && !Reading.County(text, out _))
            return Wrong(place, "^[0-9]{6}$");
        _facts[field] = text;
        return null;
    }

    private static bool IsReadOnly(string name) => PlotCollection.Plots.Columns.Any(column => column.Id == name);

    private static bool IsNothing(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null
        || value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetString());
}

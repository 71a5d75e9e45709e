using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Rules;
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

    /// <summary>Properties as they are said: those that can be written, and those that are only read.</summary>
    private readonly Dictionary<Field, JsonElement> _said = [];
    private readonly Dictionary<string, JsonElement> _read = new(StringComparer.Ordinal);
    private readonly HashSet<Field> _kept = [];

    /// <summary>The texts of cells; null where the fact is taken back.</summary>
    public IReadOnlyDictionary<Field, string?> Facts => _facts;

    /// <summary>The outline; null where none is said, or null is.</summary>
    public JsonElement? Geometry { get; private set; }

    /// <summary>Whether anything is said of the outline.</summary>
    public bool SaysGeometry { get; private set; }

    /// <summary>Whether the outline is said to be as it is shown.</summary>
    public bool KeepsGeometry { get; private set; }

    public string? Id { get; private set; }

    /// <summary>The day of which it tells what is only read; null where it says none.</summary>
    public DateOnly? AsOf { get; private set; }

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

    /// <summary>
    /// Leaves out what a replacement says as the plot is shown: whatever the store has stays, be it finer than what is shown. What is only read
    /// may be said no otherwise; the problem where it is.
    /// </summary>
    /// <param name="shown">Null where nothing is shown of the plot on the day.</param>
    public Problem? Keep(ShownPlot? shown)
    {
        foreach (var (name, value) in _read)
        {
            if (shown?.Shows(name, value) != true)
                return Wrong($"{PropertiesName}.{name}", WritableFields.Names);
        }
        foreach (var (field, value) in _said)
        {
            if (shown?.Shows(field.Id, value) == true && _facts.Remove(field))
                _kept.Add(field);
        }
        if (Geometry is { } outline && shown?.ShowsOutline(outline) == true)
            (Geometry, SaysGeometry, KeepsGeometry) = (null, false, true);
        return null;
    }

    /// <summary>Whether a replacement says anything of a fact, be it that it stays.</summary>
    public bool Says(Field field) => _facts.ContainsKey(field) || _kept.Contains(field);

    /// <summary>The problem of what is said and can only be read.</summary>
    public Problem? Unwritable() =>
        _read.Keys.FirstOrDefault() is { } name ? Wrong($"{PropertiesName}.{name}", WritableFields.Names) : null;

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
            case "asOf" when member.Value.ValueKind == JsonValueKind.String:
                AsOf = AskedDay.TryRead(member.Value.GetString()!, out var day) ? day : null;
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
        {
            if (!IsReadOnly(said.Name))
                return Wrong(place, WritableFields.Names);
            // What is read only is not known to a new plot, and that may be said.
            if (said.Value.ValueKind != JsonValueKind.Null)
                _read[said.Name] = said.Value;
            return null;
        }
        _said[field] = said.Value;
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

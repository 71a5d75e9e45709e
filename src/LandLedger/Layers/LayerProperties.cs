using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LandLedger.Fields;
using LandLedger.Filters;
using LandLedger.Import;

namespace LandLedger.Layers;

/// <summary>The properties of a layer: from the columns of its file, and as the text that stores remember them by.</summary>
public static class LayerProperties
{
    private static readonly JsonSerializerOptions PlainText = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One for each column in order, the geometry last; of two with one name the second is renamed, with an issue.</summary>
    internal static IReadOnlyList<QueryableProperty> Of(RawFile file, ICollection<ImportIssue> issues)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var properties = new List<QueryableProperty>();
        foreach (var column in file.Columns)
        {
            var name = Free(column.Title, used);
            if (name != column.Title)
            {
                var issue = new RawPlace(file.Name, null, null).Issue(
                    "layer.property-twice",
                    Severity.Warn,
                    ("name", name)
                );
                issues.Add(issue with { Column = column.Index + 1, Title = column.Title, Value = column.Title });
            }
            properties.Add(new(name, column.Type ?? FilterType.Text));
        }
        properties.Add(new(Free(file.GeometryName, used), FilterType.Geometry));
        return properties;
    }

    public static string Write(IEnumerable<QueryableProperty> properties) =>
        JsonSerializer.Serialize(
            properties.Select(property => new Stored(property.Name, CodeText.Of(property.Type))),
            PlainText
        );

    public static IReadOnlyList<QueryableProperty> Read(string text) =>
        [
            .. JsonSerializer
                .Deserialize<Stored[]>(text)!
                .Select(property => new QueryableProperty(property.Name, CodeText.Parse<FilterType>(property.Type))),
        ];

    private static string Free(string title, HashSet<string> used)
    {
        var name = title;
        for (var number = 2; !used.Add(name); number++)
            name = $"{title}_{number}";
        return name;
    }

    private sealed record Stored(
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("type")] string Type
    );
}

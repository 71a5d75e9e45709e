using System.Globalization;
using System.Text.Json;
using LandLedger.Formats.Papers;

namespace LandLedger.Cli.Commands.Cases;

/// <summary>
/// What the office itself gives to a paper, as a JSON file: <c>authority</c> and what else <see cref="PaperOffice"/> has, in camel case. A
/// member that it does not have is refused.
/// </summary>
internal static class OfficeFile
{
    private const string DayForm = "yyyy-MM-dd";

    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>By name of the member whether it is a day; the others are texts.</summary>
    private static readonly Dictionary<string, bool> Members = typeof(PaperOffice)
        .GetProperties()
        .ToDictionary(
            member => JsonNamingPolicy.CamelCase.ConvertName(member.Name),
            member => member.PropertyType == typeof(DateOnly?),
            StringComparer.Ordinal
        );

    /// <summary>Reads it.</summary>
    /// <exception cref="UsageException">It is none: each member that is wrong is named with its value and what it has to be.</exception>
    public static PaperOffice Read(string path, Texts texts)
    {
        using var file = FileException.At(path, () => File.OpenRead(path));
        try
        {
            using var document = JsonDocument.Parse(file);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new JsonException();
            List<string> wrong =
            [
                .. document.RootElement.EnumerateObject().Select(member => Wrong(member, path, texts)).OfType<string>(),
            ];
            if (!document.RootElement.TryGetProperty("authority", out var authority) || IsNull(authority))
                wrong.Add(texts.Fill("cli.case.paper.office.no-authority", _ => path));
            return wrong.Count == 0
                ? document.RootElement.Deserialize<PaperOffice>(Form)!
                : throw new UsageException(string.Join('\n', wrong));
        }
        catch (JsonException)
        {
            throw new UsageException(texts.Fill("cli.case.paper.office.wrong", _ => path));
        }
    }

    private static string? Wrong(JsonProperty member, string path, Texts texts)
    {
        if (!Members.TryGetValue(member.Name, out var isDay))
            return Told("unknown", string.Join(", ", Members.Keys));
        if (IsNull(member.Value))
            return null;
        var text = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null;
        if (isDay)
            return DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? null
                : Told("day", null);
        return text is null ? Told("text", null) : null;

        string Told(string what, string? codes) =>
            texts.Fill(
                "cli.case.paper.office." + what,
                name =>
                    name switch
                    {
                        "file" => path,
                        "member" => member.Name,
                        "codes" => codes,
                        _ => member.Value.ToString(),
                    }
            );
    }

    private static bool IsNull(JsonElement value) => value.ValueKind == JsonValueKind.Null;
}

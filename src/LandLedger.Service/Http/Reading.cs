using System.Globalization;
using System.Text.Json.Nodes;
using LandLedger.Fields;
using LandLedger.Ledger;
using LandLedger.Rules;

namespace LandLedger.Service.Http;

/// <summary>How values of query parameters are read; whatever is not exactly one is refused.</summary>
internal static class Reading
{
    private const int LongestText = 100;

    /// <summary>Four finite numbers; whether they are a box hangs on the system that they are meant in.</summary>
    public static bool Box(string text, out IReadOnlyList<double>? value)
    {
        value = null;
        var parts = text.Split(',');
        if (parts.Length != 4)
            return false;
        var bounds = new double[4];
        for (var i = 0; i < bounds.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out bounds[i]))
                return false;
        }
        value = bounds;
        return bounds.All(double.IsFinite);
    }

    /// <summary>A whole number from 1 on; one that is too large to hold counts as the largest.</summary>
    public static bool Count(string text, out int? value)
    {
        value = null;
        if (text.Length is 0 or > LongestText || !text.All(char.IsAsciiDigit))
            return false;
        value = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : int.MaxValue;
        return value > 0;
    }

    public static bool Day(string text, out DateOnly? value)
    {
        var done = AskedDay.TryRead(text, out var day);
        value = day;
        return done;
    }

    public static bool Time(string text, out DateTimeOffset? value)
    {
        var done = AskedTime.TryRead(text, out var time);
        value = time;
        return done;
    }

    /// <summary>A code of an enumeration.</summary>
    public static bool Code<T>(string text, out T value)
        where T : struct, Enum => CodeText.Of(value = CodeText.Parse<T>(text)) == text;

    /// <summary>Codes of an enumeration, commas between them, each once.</summary>
    public static bool Codes<T>(string text, out IReadOnlyList<T> value)
        where T : struct, Enum
    {
        var codes = text.Split(',');
        value = [.. codes.Select(CodeText.Parse<T>)];
        return value.Select(CodeText.Of).SequenceEqual(codes) && value.Distinct().Count() == value.Count;
    }

    public static bool Flag(string text, out bool value)
    {
        value = text == "true";
        return text is "true" or "false";
    }

    public static bool Text(string text, out string? value)
    {
        value = text;
        return text.Length is > 0 and <= LongestText && !text.Any(char.IsControl);
    }

    public static bool County(string text, out string? value)
    {
        value = text;
        return text.Length == 6 && text.All(char.IsAsciiDigit);
    }

    public static JsonObject TextSchema(ServiceOptions _) => new() { ["type"] = "string" };

    public static JsonObject DaySchema(ServiceOptions _) => new() { ["type"] = "string", ["format"] = "date" };

    /// <summary>A number above 0, without exponent.</summary>
    public static bool Above0(string text, out decimal? value)
    {
        var done = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        value = number;
        return done && text.Length <= LongestText && number > 0;
    }

    /// <summary>A number above 0, at most 1.</summary>
    public static bool Share(string text, out decimal? value) => Above0(text, out value) && value <= 1;

    public static JsonObject CountSchema(ServiceOptions _) => new() { ["type"] = "integer", ["minimum"] = 1 };

    public static JsonObject Above0Schema(ServiceOptions _) =>
        new()
        {
            ["type"] = "number",
            ["minimum"] = 0,
            ["exclusiveMinimum"] = true,
        };

    public static JsonObject FlagSchema(ServiceOptions _) => new() { ["type"] = "boolean", ["default"] = false };

    public static JsonObject OneOf(IEnumerable<string> codes, string? absent = null)
    {
        var schema = new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. codes.Select(code => JsonValue.Create(code))]),
        };
        if (absent is not null)
            schema["default"] = absent;
        return schema;
    }

    public static JsonObject ListOf(IEnumerable<string> codes, int? most = null)
    {
        var schema = new JsonObject
        {
            ["type"] = "array",
            ["items"] = OneOf(codes),
            ["minItems"] = 1,
        };
        if (most is not null)
            schema["maxItems"] = most;
        return schema;
    }
}

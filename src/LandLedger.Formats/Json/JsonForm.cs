using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace LandLedger.Formats.Json;

/// <summary>How JSON is written here: Chinese as Chinese, no spaces, and no second look at what the writers already hold.</summary>
internal static class JsonForm
{
    public static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        SkipValidation = true,
    };

    public static readonly JsonWriterOptions Readable = Compact with { Indented = true };

    public static void WriteOrNull(this Utf8JsonWriter json, JsonEncodedText name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }

    /// <summary>A decimal without the zeros at its end.</summary>
    public static void WriteOrNull(this Utf8JsonWriter json, JsonEncodedText name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, Trim(number));
        else
            json.WriteNull(name);
    }

    public static void WriteOrNull(this Utf8JsonWriter json, JsonEncodedText name, DateOnly? value)
    {
        if (value is not { } day)
        {
            json.WriteNull(name);
            return;
        }
        Span<char> text = stackalloc char[10];
        day.TryFormat(text, out _, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        json.WriteString(name, text);
    }

    /// <summary>A number, day, yes or no or text by its kind; unknown is null.</summary>
    public static void WriteFact(this Utf8JsonWriter json, JsonEncodedText name, Fact fact)
    {
        switch (fact.Kind)
        {
            case FactKind.Number:
                json.WriteNumber(name, Trim(fact.Number!.Value));
                break;
            case FactKind.Date:
                json.WriteOrNull(name, fact.Date);
                break;
            case FactKind.Flag:
                json.WriteBoolean(name, fact.Flag!.Value);
                break;
            case FactKind.Text:
                json.WriteString(name, fact.Text);
                break;
            default:
                json.WriteNull(name);
                break;
        }
    }

    public static decimal Trim(decimal value) => value.Scale == 0 ? value : value / 1.000000000000000000000000000000m;
}

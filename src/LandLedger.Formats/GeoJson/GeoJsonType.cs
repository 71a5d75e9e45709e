using System.Text;
using System.Text.Json;
using LandLedger.Filters;
using LandLedger.Layers;

namespace LandLedger.Formats.GeoJson;

/// <summary>
/// The type that all values of one property have. GeoJSON has none for days and instants: texts are such where every one of them
/// is written as RFC 3339 wants it.
/// </summary>
internal sealed class GeoJsonType
{
    private const int DayLength = 10;

    private Seen _seen;

    [Flags]
    private enum Seen
    {
        None = 0,
        Whole = 1,
        Number = 2,
        Flag = 4,
        Day = 8,
        Instant = 16,
        Text = 32,
        List = 64,
        Other = 128,
    }

    /// <summary>Null where there is no value, and where values of several types are mixed.</summary>
    public FilterType? Type =>
        _seen switch
        {
            Seen.Whole => FilterType.Integer,
            Seen.Number or (Seen.Number | Seen.Whole) => FilterType.Number,
            Seen.Flag => FilterType.Boolean,
            Seen.Day => FilterType.Date,
            Seen.Instant => FilterType.Timestamp,
            Seen.List => FilterType.List,
            Seen.None => null,
            _ => FilterType.Text,
        };

    /// <summary>Takes a value in; the same one twice is no harm.</summary>
    /// <param name="first">The reader on the first token of the value.</param>
    /// <param name="raw">The whole value.</param>
    public void Add(ref Utf8JsonReader first, JsonTokenType kind, ReadOnlySpan<byte> raw) =>
        _seen |= kind switch
        {
            JsonTokenType.Null => Seen.None,
            JsonTokenType.Number => first.TryGetInt64(out _) ? Seen.Whole : Seen.Number,
            JsonTokenType.True or JsonTokenType.False => Seen.Flag,
            JsonTokenType.String => (_seen & (Seen.Text | Seen.Other)) != Seen.None
                ? Seen.Text
                : OfText(JsonText.Of(ref first)),
            JsonTokenType.StartArray when (_seen | Seen.List) == Seen.List => LayerValue.List(
                Encoding.UTF8.GetString(raw)
            )
                is null
                ? Seen.Other
                : Seen.List,
            _ => Seen.Other,
        };

    private static Seen OfText(string text) =>
        text.Length == DayLength && LayerValue.Day(text) is not null ? Seen.Day
        : text.Length > DayLength && LayerValue.Instant(text) is not null ? Seen.Instant
        : Seen.Text;
}

using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace LandLedger.Ledger;

/// <summary>
/// Holds what entries say against what a store has, as JSON. Numbers are the same when they are the same double: a GeoPackage keeps no more
/// of them.
/// </summary>
internal static class SaidText
{
    /// <summary>
    /// Whether an entry tells a whole plot and says of it, byte for byte, what would be written of the one that a store has. Then it is sound as
    /// well: nothing else is written so.
    /// </summary>
    public static bool IsJust(LedgerRow row, Plot stored)
    {
        if (
            LedgerEntry.Read(row.Bytes) is not { Into: null } entry
            || entry.About != row.About
            || !PlotState.TellsWhole(entry)
        )
            return false;
        var bytes = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(bytes, EntryWriter.Form);
        json.WriteStartObject();
        PlotMember.WriteWhole(json, stored);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.SequenceEqual(JsonMarshal.GetRawUtf8Value(entry.Says));
    }

    /// <summary>The names of what differs.</summary>
    public static IEnumerable<string> Differences(Plot said, Plot stored)
    {
        var (one, other) = (Bytes(said, PlotMember.WriteWhole), Bytes(stored, PlotMember.WriteWhole));
        if (one.AsSpan().SequenceEqual(other))
            return [];
        var (left, right) = (Parse(one), Parse(other));
        return PlotMember
            .All.Select(member => member.Name)
            .Where(name => !Same(Member(left, name), Member(right, name)));
    }

    /// <summary>
    /// Whether a firm differs. A county that nobody has said is not compared: a store tells that of the only plot of the number.
    /// </summary>
    public static bool Differ(Firm said, Firm stored)
    {
        var counties = stored.Occupancies.Select(on => on.County).ToList();
        var filled = said with
        {
            Occupancies =
            [
                .. said.Occupancies.Select(
                    (on, i) =>
                        string.IsNullOrEmpty(on.County) && i < counties.Count ? on with { County = counties[i] } : on
                ),
            ],
        };
        return !Same(Parse(Bytes(filled, FirmSaid.Write)), Parse(Bytes(stored, FirmSaid.Write)));
    }

    /// <summary>The figures of a year as <see cref="SaidFact.Text"/> has them.</summary>
    public static string Of(PlotYear year) => SaidFact.TextOf(Parse(Bytes(year, SaidParts.Write)));

    private static byte[] Bytes<T>(T of, Action<Utf8JsonWriter, T> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json, of);
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static JsonElement Parse(byte[] bytes) => JsonElement.Parse(bytes);

    private static JsonElement? Member(JsonElement of, string name) =>
        of.TryGetProperty(name, out var member) ? member : null;

    private static bool Same(JsonElement? one, JsonElement? other) =>
        one is { } left && other is { } right ? Same(left, right) : one is null && other is null;

    private static bool Same(JsonElement one, JsonElement other) =>
        one.ValueKind == other.ValueKind
        && one.ValueKind switch
        {
            JsonValueKind.Number => one.GetDouble().Equals(other.GetDouble()),
            JsonValueKind.Array => one.GetArrayLength() == other.GetArrayLength()
                && one.EnumerateArray().Zip(other.EnumerateArray()).All(pair => Same(pair.First, pair.Second)),
            JsonValueKind.Object => one.GetPropertyCount() == other.GetPropertyCount()
                && one.EnumerateObject().All(member => Same(member.Value, Member(other, member.Name))),
            _ => JsonElement.DeepEquals(one, other),
        };
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using LandLedger.Disposal;
using LandLedger.Import;
using LandLedger.Issuing;

namespace LandLedger.Ledger;

/// <summary>A row of an issued list as an entry says it, and back.</summary>
internal static class RowSaid
{
    public const string Cells = "cells";
    private const string County = "county";
    private const string Id = "id";
    private const string Number = "plot";

    public static void Write(Utf8JsonWriter json, IssuedRow row)
    {
        json.WriteStartObject(Cells);
        foreach (var (column, cell) in row.Cells.OrderBy(cell => cell.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(column);
            SaidJson.Write(json, cell);
        }
        json.WriteEndObject();
        json.WriteString(County, row.Plot.County);
        json.WriteString(Id, row.Id);
        json.WriteString(Number, row.Plot.Number);
        if (row.Shape is { } shape)
        {
            json.WriteStartObject(PlotMember.Shape);
            SaidParts.Write(json, shape);
            json.WriteEndObject();
        }
    }

    /// <summary>What the entry of a row says, as it stands in it.</summary>
    public static string Text(IssuedRow row)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, EntryWriter.Form))
        {
            json.WriteStartObject();
            Write(json, row);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>The plot that such an entry is about.</summary>
    public static PlotKey Plot(JsonElement says) => new(says.Needed(County), says.Needed(Number));

    /// <summary>What such an entry says.</summary>
    /// <exception cref="Exception">It is of another shape (<see cref="SaidJson.IsUnreadable"/>).</exception>
    public static IssuedRow Read(JsonElement says) =>
        new(
            Plot(says),
            says.Needed(Id),
            says.GetProperty(Cells).EnumerateObject().ToDictionary(cell => cell.Name, ReadCell, StringComparer.Ordinal),
            says.TryGetProperty(PlotMember.Shape, out var shape) ? SaidParts.Shape(shape) : null
        );

    private static Fact ReadCell(JsonProperty cell) =>
        DisposalColumns.Find(cell.Name) is not { } column ? throw new FormatException(cell.Name)
        : column.Type == ColumnType.Number ? Fact.Of(cell.Value.GetDecimal(), column.Unit)
        : column.Type == ColumnType.Date ? Fact.Of(SaidJson.Day(cell.Value))
        : column.Type == ColumnType.Flag ? Fact.Of(cell.Value.GetBoolean())
        : Fact.Of(cell.Value.GetString() ?? throw new FormatException(cell.Name));
}

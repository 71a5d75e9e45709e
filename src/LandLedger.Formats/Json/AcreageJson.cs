using System.Text.Json;
using LandLedger.Acreage;
using LandLedger.Disposal;
using LandLedger.Fields;

namespace LandLedger.Formats.Json;

/// <summary>
/// An acreage table as JSON: rows with a member for each dimension (null where unknown), exact mu, the numbers of their plots where
/// they were asked for, and the total.
/// </summary>
public static class AcreageJson
{
    public static void Write(Utf8JsonWriter json, AcreageTable table, ListBasis basis)
    {
        json.WriteStartObject();
        BasisJson.Write(json, basis);
        json.WriteStartArray("by");
        foreach (var by in table.By)
            json.WriteStringValue(CodeText.Of(by));
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
            WriteRow(json, table, row);
        json.WriteEndArray();
        json.WriteStartObject("total");
        DisposalListJson.WriteSum(json, table.Total);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static async Task WriteAsync(
        Stream output,
        AcreageTable table,
        ListBasis basis,
        CancellationToken cancel = default
    )
    {
        await using var json = new Utf8JsonWriter(output, JsonForm.Readable);
        Write(json, table, basis);
        await json.FlushAsync(cancel).ConfigureAwait(false);
    }

    private static void WriteRow(Utf8JsonWriter json, AcreageTable table, AcreageRow row)
    {
        json.WriteStartObject();
        for (var i = 0; i < table.By.Count; i++)
            json.WriteString(CodeText.Of(table.By[i]), row.Keys[i]);
        DisposalListJson.WriteSum(json, row.Sum);
        if (row.Plots is not null)
        {
            json.WriteStartArray("plotNumbers");
            foreach (var plot in row.Plots)
                json.WriteStringValue(plot);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}

using System.Text.Json;
using LandLedger.Acreage;
using LandLedger.Disposal;
using LandLedger.Fields;

namespace LandLedger.Formats.Json;

/// <summary>An acreage table as JSON: rows with a member for each dimension (null where unknown), exact mu, and the total.</summary>
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
        {
            json.WriteStartObject();
            for (var i = 0; i < table.By.Count; i++)
                json.WriteString(CodeText.Of(table.By[i]), row.Keys[i]);
            DisposalListJson.WriteSum(json, row.Sum);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("total");
        DisposalListJson.WriteSum(json, table.Total);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

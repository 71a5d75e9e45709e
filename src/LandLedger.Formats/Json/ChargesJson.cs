using System.Globalization;
using System.Text.Json;
using LandLedger.Acreage;
using LandLedger.Fields;

namespace LandLedger.Formats.Json;

/// <summary>Mortgages of a day as JSON: exact mu and yuan, each with how many lack it.</summary>
public static class ChargesJson
{
    public static void Write(Utf8JsonWriter json, ChargeTable table)
    {
        json.WriteStartObject();
        json.WriteString("on", table.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("by", CodeText.Of(table.By));
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            json.WriteString("key", row.Key);
            Write(json, row);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("total");
        Write(json, table.Total);
        json.WriteEndObject();
        json.WriteNumber("unsure", table.Unsure);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ChargeSum sum)
    {
        json.WriteNumber("certificates", sum.Certificates);
        json.WriteNumber("plots", sum.Plots);
        json.WriteNumber("mu", JsonForm.Trim(sum.Area.Mu));
        json.WriteNumber("withoutMu", sum.WithoutArea);
        json.WriteNumber("securedYuan", JsonForm.Trim(sum.Secured.Yuan));
        json.WriteNumber("withoutSecured", sum.WithoutSecured);
    }
}

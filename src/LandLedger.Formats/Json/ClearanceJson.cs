using System.Globalization;
using System.Text.Json;
using LandLedger.Clearance;

namespace LandLedger.Formats.Json;

/// <summary>A clearance table as JSON: exact mu by both areas, shares of 1 with six decimals rounded down, and what is late.</summary>
public static class ClearanceJson
{
    private const decimal Millionth = 1_000_000m;

    public static void Write(Utf8JsonWriter json, ClearanceTable table)
    {
        json.WriteStartObject();
        json.WriteNumber("year", table.Year);
        json.WriteString("on", Day(table.On));
        json.WriteStartArray("late");
        foreach (var (filed, deadline) in table.Late)
            CaseJson.WriteDue(json, filed, deadline);
        json.WriteEndArray();
        json.WriteStartObject("stock");
        BasisJson.Write(json, table.Stock.Basis);
        json.WriteNumber("outside", table.Stock.Outside);
        json.WriteEndObject();
        json.WriteStartObject("judged");
        BasisJson.Write(json, table.Basis);
        json.WriteEndObject();
        if (table.Target is { } target)
            Write(json, target, table.Total);
        json.WriteStartObject("total");
        WriteSums(json, table.Total);
        json.WriteEndObject();
        foreach (var (name, _, lines) in ClearanceWords.Parts(table))
        {
            json.WriteStartArray("by" + char.ToUpperInvariant(name[0]) + name[1..]);
            foreach (var line in lines)
            {
                json.WriteStartObject();
                json.WriteString(name, line.Key);
                WriteSums(json, line);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ClearanceTarget target, ClearanceLine total)
    {
        json.WriteStartObject("target");
        if (target.Plots is { } plots)
            json.WriteNumber("plots", plots);
        if (target.Mu is { } mu)
            json.WriteNumber("mu", mu);
        if (target.Share is { } share)
            json.WriteNumber("share", share);
        json.WriteBoolean("reached", target.IsReached(total));
        json.WriteEndObject();
    }

    private static void WriteSums(Utf8JsonWriter json, ClearanceLine line)
    {
        foreach (
            var (name, sum) in new[]
            {
                ("stock", line.Stock),
                ("cleared", line.Cleared),
                ("ended", line.Ended),
                ("remaining", line.Remaining),
            }
        )
        {
            json.WriteStartObject(name);
            DisposalListJson.WriteSum(json, sum);
            json.WriteEndObject();
        }
        json.WriteStartObject("share");
        Share(json, "plots", line.ShareOfPlots);
        Share(json, "statedMu", line.ShareOfStated);
        Share(json, "measuredMu", line.ShareOfMeasured);
        json.WriteEndObject();
    }

    private static void Share(Utf8JsonWriter json, string name, decimal? share)
    {
        if (share is { } part)
            json.WriteNumber(name, JsonForm.Trim(Math.Floor(part * Millionth) / Millionth));
        else
            json.WriteNull(name);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

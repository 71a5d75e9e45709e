using System.Globalization;
using System.Text.Json;
using LandLedger.Clearance;
using LandLedger.Fields;

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
        foreach (var late in table.Late)
            CaseJson.WriteDue(json, late);
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
        if (table.Targets.Count > 0)
            Write(json, table.Targets);
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

    private static void Write(Utf8JsonWriter json, IReadOnlyList<TargetPart> parts)
    {
        json.WriteStartArray("targets");
        foreach (var part in parts)
        {
            json.WriteStartObject();
            json.WriteStartArray("by");
            foreach (var name in part.By)
                json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteStartObject("set");
            Number(json, "plots", part.Plots);
            Number(json, "mu", part.Mu);
            json.WriteEndObject();
            json.WriteStartArray("lines");
            foreach (var line in part.Lines)
                Write(json, line);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TargetLine line)
    {
        json.WriteStartObject();
        if (line.Target is { } set)
        {
            json.WriteString("place", set.Place);
            json.WriteString("category", set.Category is { } category ? Codes.Of(category) : null);
            json.WriteString("measure", set.Measure is { } measure ? Codes.Of(measure) : null);
            json.WriteString("unit", set.Unit);
            json.WriteStartObject("target");
            Number(json, "plots", set.Target.Plots);
            Number(json, "mu", set.Target.Mu);
            Number(json, "share", set.Target.Share);
            json.WriteBoolean("reached", line.IsReached!.Value);
            json.WriteEndObject();
            json.WriteStartObject("left");
            Number(json, "plots", line.PlotsLeft);
            Number(json, "mu", line.MuLeft);
            json.WriteEndObject();
        }
        WriteSums(json, line.Line);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } some)
            json.WriteNumber(name, JsonForm.Trim(some));
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

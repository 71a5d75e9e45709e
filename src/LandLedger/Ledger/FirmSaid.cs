using System.Text.Json;

namespace LandLedger.Ledger;

/// <summary>A firm as an entry says it, whole, and back.</summary>
internal static class FirmSaid
{
    private const string CreditCode = "credit_code";
    public const string Name = "name";
    private const string OtherNames = "other_names";
    private const string Sector = "sector";
    private const string Occupancies = "occupancies";
    private const string Years = "years";

    /// <summary>Names of all that an entry can say.</summary>
    public static IReadOnlyList<string> All { get; } = [CreditCode, Name, Occupancies, OtherNames, Sector, Years];

    public static void Write(Utf8JsonWriter json, Firm firm)
    {
        json.Known(CreditCode, Fact.Of(firm.CreditCode));
        json.WriteString(Name, firm.Name);
        json.WriteStartArray(Occupancies);
        foreach (var on in firm.Occupancies)
        {
            json.WriteStartObject();
            json.Known("county", Fact.Of(on.County));
            json.Known("floor_mu", Fact.Of(on.Floor));
            json.Known("land_mu", Fact.Of(on.Land));
            json.WriteString("plot", on.Plot);
            json.Known("share", on.Share);
            json.Known("year", on.Year);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (firm.OtherNames.Count > 0)
        {
            json.WriteStartArray(OtherNames);
            foreach (var name in firm.OtherNames)
                json.WriteStringValue(name);
            json.WriteEndArray();
        }
        json.Known(Sector, Fact.Of(firm.Sector));
        json.WriteStartArray(Years);
        foreach (var year in firm.Years)
        {
            json.WriteStartObject();
            json.Known("above_scale", Fact.Of(year.AboveScale));
            json.Known("added_value", Fact.Of(year.AddedValue));
            json.Known("kilowatt_hours", year.KilowattHours);
            json.Known("output", Fact.Of(year.Output));
            json.Known("revenue", Fact.Of(year.Revenue));
            json.Known("staff", year.Staff);
            json.Known("tax", Fact.Of(year.Tax));
            json.WriteNumber("year", year.Year);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static Firm Read(JsonElement said) =>
        new()
        {
            CreditCode = said.Text(CreditCode),
            Name = said.Needed(Name),
            OtherNames = said.TryGetProperty(OtherNames, out var names)
                ? [.. names.EnumerateArray().Select(name => name.GetString()!)]
                : [],
            Sector = said.Text(Sector),
            Occupancies = said.Parts(Occupancies, Occupancy),
            Years = said.Parts(Years, Year),
        };

    private static Occupancy Occupancy(JsonElement said) =>
        new()
        {
            County = said.Text("county"),
            Floor = said.Area("floor_mu"),
            Land = said.Area("land_mu"),
            Plot = said.Needed("plot"),
            Share = said.Number("share"),
            Year = said.Whole("year"),
        };

    private static FirmYear Year(JsonElement said) =>
        new()
        {
            AboveScale = said.Flag("above_scale"),
            AddedValue = said.Money("added_value"),
            KilowattHours = said.Number("kilowatt_hours"),
            Output = said.Money("output"),
            Revenue = said.Money("revenue"),
            Staff = said.Number("staff"),
            Tax = said.Money("tax"),
            Year = said.GetProperty("year").GetInt32(),
        };
}

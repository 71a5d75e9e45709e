using System.Globalization;
using LandLedger.Appraisal;
using LandLedger.Fields;

namespace LandLedger.Tests.Appraisal;

/// <summary>A firm as a case writes it.</summary>
internal static class CaseFirm
{
    public static FirmFigures Of(string code, Dictionary<string, string> common, Dictionary<string, string> own)
    {
        var firm = new FirmFigures { Code = code, Name = code };
        foreach (var (name, value) in common.Where(one => !own.ContainsKey(one.Key)).Concat(own))
        {
            if (value != "unknown")
                firm = With(firm, name, value);
        }
        return firm;
    }

    private static FirmFigures With(FirmFigures firm, string name, string value) =>
        name switch
        {
            "code" => firm with { Code = value },
            "land" => firm with { Land = Mu(value) },
            "certified" => Make(firm, part => part with { Certified = Mu(value) }),
            "without_certificate" => Make(firm, part => part with { WithoutCertificate = Mu(value) }),
            "rented_in" => Make(firm, part => part with { RentedIn = Mu(value) }),
            "rented_out" => Make(firm, part => part with { RentedOut = Mu(value) }),
            "rented_floor" => Make(firm, part => part with { RentedFloor = Area.FromSquareMetres(Number(value)) }),
            "floor_area_ratio" => Make(firm, part => part with { FloorAreaRatio = Number(value) }),
            "tax" => firm with { Tax = Wan(value) },
            "revenue" => firm with { Revenue = Wan(value) },
            "added_value" => firm with { AddedValue = Wan(value) },
            "energy" => firm with { Energy = Number(value) },
            "emission" => firm with { Emission = Number(value) },
            "staff" => firm with { Staff = Number(value) },
            "research" => firm with { Research = Wan(value) },
            "kwh" => firm with { KilowattHours = Number(value) },
            "water" => firm with { Water = Number(value) },
            "gas" => firm with { Gas = Number(value) },
            "sewage" => firm with { Sewage = Number(value) },
            "land_use_tax" => firm with { LandUseTax = Wan(value) },
            "sector" => firm with { Sector = value },
            "sector_group" => firm with { SectorGroup = value },
            "above" => firm with { AboveScale = value == "yes" },
            "tenant" => firm with { IsTenant = value == "yes" },
            "under_construction" => firm with { UnderConstruction = value == "yes" },
            "in_production_on" => firm with { InProductionOn = Day(value) },
            "agreed_completion" => firm with { AgreedCompletion = Day(value) },
            "sublets" => firm with { Sublets = (int)Number(value) },
            "bonus" => firm with { Bonus = Number(value) },
            "stated_sum" => firm with { StatedSum = Number(value) },
            "events" => firm with { Events = [.. Words(value).Select(Event)] },
            "earlier" => firm with { Earlier = [.. Words(value).Select(Earlier)] },
            "surcharges" => firm with { Surcharges = [.. Words(value).Select(Other)] },
            _ => throw new FormatException($"no figure {name}"),
        };

    public static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static FirmFigures Make(FirmFigures firm, Func<LandMakeUp, LandMakeUp> change) =>
        firm with
        {
            MakeUp = change(firm.MakeUp ?? new()),
        };

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>safety-accident:2022.</summary>
    private static FirmEvent Event(string text) =>
        text.Split(':') is var parts ? new(CodeText.Parse<EventKind>(parts[0]), (int)Number(parts[1])) : default;

    /// <summary>2021:D, or 2021:none.</summary>
    private static YearGrade Earlier(string text) =>
        text.Split(':') is var parts
            ? new((int)Number(parts[0]), parts[1] == "none" ? null : Enum.Parse<Grade>(parts[1]))
            : default;

    /// <summary>power:0.03.</summary>
    private static Surcharge Other(string text) =>
        text.Split(':') is var parts ? new(CodeText.Parse<Carrier>(parts[0]), Number(parts[1])) : default;

    private static Area Mu(string text) => Area.FromMu(Number(text));

    private static Money Wan(string text) => Money.FromWanYuan(Number(text));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

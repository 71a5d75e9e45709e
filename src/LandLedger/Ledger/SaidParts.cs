using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>What a plot has beside its scalar facts, as members of an entry and back.</summary>
internal static class SaidParts
{
    private const string From = "from";
    private const string To = "to";
    private const string Case = "case";
    private const string Established = "established";
    private const string Evidence = "evidence";
    private const string Reason = "reason";
    private const string Crs = "crs";
    private const string Mu = "mu";
    private const string EllipsoidalMu = "ellipsoidal_mu";
    public const string Wkb = "wkb";
    private const string Year = "year";
    private const string Certificate = "certificate";
    private const string Mortgagee = "mortgagee";
    private const string RegisteredOn = "registered_on";
    private const string ReleasedOn = "released_on";
    private const string Secured = "secured";

    public static void Write(Utf8JsonWriter json, Supplement supplement)
    {
        json.Known(PlotFields.AgreedCompletion.Id, Fact.Of(supplement.AgreedCompletion));
        json.Known(PlotFields.AgreedStart.Id, Fact.Of(supplement.AgreedStart));
        json.Known(Reason, Fact.Of(supplement.Reason));
        json.Known(PlotFields.SignedOn.Id, Fact.Of(supplement.SignedOn));
    }

    public static Supplement Supplement(JsonElement said) =>
        new()
        {
            AgreedCompletion = said.Day(PlotFields.AgreedCompletion.Id),
            AgreedStart = said.Day(PlotFields.AgreedStart.Id),
            Reason = said.Text(Reason),
            SignedOn = said.Day(PlotFields.SignedOn.Id),
        };

    public static void Write(Utf8JsonWriter json, Delay delay)
    {
        json.Known(Case, Fact.Of(delay.Case));
        json.Known(Established, Fact.Of(delay.Established));
        json.Known(Evidence, Fact.Of(delay.Evidence));
        json.Known(From, Fact.Of(delay.From));
        json.Known(Members.Kind, Fact.Of(CodeText.OrNull(delay.Kind)));
        json.Known(To, Fact.Of(delay.To));
    }

    public static Delay Delay(JsonElement said) =>
        new()
        {
            Case = said.Text(Case),
            Established = said.Flag(Established),
            Evidence = said.Text(Evidence),
            From = said.Day(From),
            Kind = CodeText.Parse<DelayKind>(said.Text(Members.Kind)),
            To = said.Day(To),
        };

    public static void Write(Utf8JsonWriter json, Charge charge)
    {
        json.Known(Certificate, Fact.Of(charge.Certificate));
        json.Known(Mortgagee, Fact.Of(charge.Mortgagee));
        json.Known(Mu, Fact.Of(charge.Area));
        json.Known(RegisteredOn, Fact.Of(charge.RegisteredOn));
        json.Known(ReleasedOn, Fact.Of(charge.ReleasedOn));
        json.Known(Secured, Fact.Of(charge.Secured));
    }

    public static Charge Charge(JsonElement said) =>
        new()
        {
            Certificate = said.Text(Certificate),
            Mortgagee = said.Text(Mortgagee),
            Area = said.Area(Mu),
            RegisteredOn = said.Day(RegisteredOn),
            ReleasedOn = said.Day(ReleasedOn),
            Secured = said.Money(Secured),
        };

    public static void Write(Utf8JsonWriter json, PlotYear year)
    {
        json.Known(RowFields.AddedValue.Id, Fact.Of(year.AddedValue));
        json.Known(RowFields.KilowattHours.Id, year.KilowattHours);
        json.Known(RowFields.Output.Id, Fact.Of(year.Output));
        json.Known(RowFields.Revenue.Id, Fact.Of(year.Revenue));
        json.Known(RowFields.Tax.Id, Fact.Of(year.Tax));
        json.WriteNumber(Year, year.Year);
    }

    public static PlotYear PlotYear(JsonElement said) =>
        new()
        {
            AddedValue = said.Money(RowFields.AddedValue.Id),
            KilowattHours = said.Number(RowFields.KilowattHours.Id),
            Output = said.Money(RowFields.Output.Id),
            Revenue = said.Money(RowFields.Revenue.Id),
            Tax = said.Money(RowFields.Tax.Id),
            Year = said.GetProperty(Year).GetInt32(),
        };

    public static void Write(Utf8JsonWriter json, AreaMeasurement measured)
    {
        json.WriteString(Crs, measured.PlaneCrs);
        json.Known(EllipsoidalMu, Fact.Of(measured.Ellipsoidal));
        json.Known(Mu, Fact.Of(measured.Plane));
    }

    public static AreaMeasurement Measured(JsonElement said) =>
        new(said.Area(Mu)!.Value, said.Needed(Crs), said.Area(EllipsoidalMu)!.Value);

    public static void Write(Utf8JsonWriter json, PlotShape shape)
    {
        json.WriteString(Crs, shape.SurveyCrs);
        json.WriteBase64String(Wkb, shape.Wkb.Span);
    }

    public static PlotShape? Shape(JsonElement said)
    {
        var wkb = said.GetProperty(Wkb).GetBytesFromBase64();
        return WkbBox.Of(wkb) is { } box ? new(wkb, said.Needed(Crs), box.West, box.South, box.East, box.North) : null;
    }
}

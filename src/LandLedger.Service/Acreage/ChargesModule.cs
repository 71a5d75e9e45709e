using LandLedger.Acreage;
using LandLedger.Fields;
using LandLedger.Formats.Json;
using LandLedger.Import;
using LandLedger.People;
using LandLedger.Service.Cases;
using LandLedger.Service.Http;

namespace LandLedger.Service.Acreage;

internal sealed class ChargesModule : ServiceModule
{
    private static readonly string[] Dimensions = [.. Enum.GetValues<ChargeBy>().Select(CodeText.Of)];

    private static readonly Parameter<ChargeBy> By = new(
        "by",
        (string text, out ChargeBy value) =>
        {
            value = CodeText.Parse<ChargeBy>(text);
            return Dimensions.Contains(text, StringComparer.Ordinal);
        },
        ChargeBy.Mortgagee,
        _ => Reading.OneOf(Dimensions)
    )
    {
        Sentence = "by.charges",
    };

    public ChargesModule(IServiceProvider services)
        : base(services) =>
        Get(
            "/charges",
            Sum,
            new("charges")
            {
                // To whom a holder owes, and how much.
                Tells = FieldGroups.Holder | FieldGroups.Price,
                Parameters = [CaseParameters.On, By],
                Schema = "ChargeTable",
            }
        );

    /// <summary>The mortgages that stand on a day, by the facts of now.</summary>
    private static JsonAnswer Sum(Query query, Park park, ServiceOptions options, CancellationToken cancel)
    {
        var on = query.Of(CaseParameters.On) ?? options.Today;
        var table = ChargeTable.Of(park.Store.Plots(new PlotQuery { On = on }, cancel), on, query.Of(By));
        return new(json => ChargesJson.Write(json, table));
    }
}

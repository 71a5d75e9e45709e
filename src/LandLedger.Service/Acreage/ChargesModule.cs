using LandLedger.Acreage;
using LandLedger.Fields;
using LandLedger.Formats.Json;
using LandLedger.Import;
using LandLedger.People;
using LandLedger.Service.Cases;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

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
                Parameters = [CaseParameters.On, By, Parameters.Recorded],
                Schema = "ChargeTable",
                Problems = ["recorded-none", "role-may-not", "scope-bounded"],
                Long = true,
            }
        );

    /// <summary>The mortgages that stand on a day, by the facts of now or of then. What was of a scope then may not be so now: it is not cut.</summary>
    private static Results<JsonAnswer, Problem> Sum(
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request,
        CancellationToken cancel
    )
    {
        var on = query.Of(CaseParameters.On) ?? options.Today;
        if (query.Has(Parameters.Recorded) && !park.Sight.Scope.IsAll)
            return new Problem("scope-bounded");
        var (asked, problem) = AskedStore.Of(query, park, request);
        if (asked is null)
            return problem!;
        using (asked)
        {
            var store = asked.IsOfThen ? asked.Store : park.Store;
            var table = ChargeTable.Of(store.Plots(new PlotQuery { On = on }, cancel), on, query.Of(By));
            return new JsonAnswer(json => ChargesJson.Write(json, table));
        }
    }
}

using LandLedger.Acreage;
using LandLedger.Disposal;
using LandLedger.Formats.Json;
using LandLedger.Service.Http;

namespace LandLedger.Service.Acreage;

internal sealed class AcreageModule : ServiceModule
{
    public AcreageModule(IServiceProvider services)
        : base(services) =>
        Get(
            "/acreage",
            Sum,
            new("acreage") { Parameters = [Parameters.By, Parameters.AsOf, Parameters.Plots], Schema = "AcreageTable" }
        );

    /// <summary>Plots and mu of the whole register on the day, by one to four dimensions.</summary>
    private static JsonAnswer Sum(Query query, Park park, ServiceOptions options, CancellationToken cancel)
    {
        var asOf = query.Of(Parameters.AsOf) ?? options.Today;
        var plots = park.All(asOf, shapes: false, cancel);
        var table = AcreageTable.Of(plots, query.Of(Parameters.By), query.Of(Parameters.Plots));
        var basis = ListBasis.Of(options.Rules, asOf, options.Store.Name);
        return new(json => AcreageJson.Write(json, table, basis));
    }
}

using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Plots;

/// <summary>A schema of a collection of plots, as its user sees them.</summary>
internal sealed class PlotSchema(PlotCollection collection, string name)
{
    public JsonAnswer Show(Query query, Park park, HttpRequest request) =>
        collection.Schemas(park.Sight.Hidden).First(schema => schema.Name == name).Show(query, request);
}

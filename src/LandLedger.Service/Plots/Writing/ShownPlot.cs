using System.Text.Json;
using LandLedger.Formats.Map;

namespace LandLedger.Service.Plots.Writing;

/// <summary>A plot as its item shows it: what comes in its place and says a thing just so leaves that as it is.</summary>
internal sealed class ShownPlot
{
    /// <summary>In each language: only sentences differ.</summary>
    private readonly List<JsonElement> _features;

    private ShownPlot(List<JsonElement> features) => _features = features;

    /// <summary>Null where it was not in the register on the day of which the body speaks.</summary>
    /// <param name="stored">As the store has it, with its outline.</param>
    public static ShownPlot? Of(Plot stored, PlotBody body, PlotRequest request)
    {
        var asOf = body.AsOf ?? request.Options.Today;
        if (request.Park.Of([stored], asOf) is not [var evaluation])
            return null;
        var basis = request.Park.Basis(asOf);
        return new([
            .. new[] { Texts.Chinese, Texts.English }.Select(texts =>
                JsonElement.Parse(
                    GeoJsonMap.Feature(
                        evaluation,
                        basis,
                        new()
                        {
                            Texts = texts,
                            Crs = request.Crs!.Crs,
                            Columns = PlotCollection.Plots.Columns,
                        }
                    )
                )
            ),
        ]);
    }

    /// <summary>Whether a property is shown with that value.</summary>
    public bool Shows(string name, JsonElement value) =>
        _features.Exists(feature =>
            feature.GetProperty("properties").TryGetProperty(name, out var shown)
            && JsonElement.DeepEquals(shown, value)
        );

    /// <summary>Whether that is the outline that is shown.</summary>
    public bool ShowsOutline(JsonElement outline) =>
        JsonElement.DeepEquals(_features[0].GetProperty("geometry"), outline);
}

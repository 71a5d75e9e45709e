using LandLedger.Service.Http;

namespace LandLedger.Service.Lists;

internal sealed class ListsModule : ServiceModule
{
    public ListsModule(IServiceProvider services)
        : base(services) =>
        Get(
            "/disposal-lists/preview",
            ListPreview.Make,
            new("lists.preview")
            {
                Parameters = [Parameters.AsOf, Parameters.Category, Parameters.Held, Parameters.Lang],
                Offers = [MediaTypes.Json, MediaTypes.Csv, MediaTypes.Xlsx, MediaTypes.GeoJson],
                Schema = "DisposalList",
            }
        );
}

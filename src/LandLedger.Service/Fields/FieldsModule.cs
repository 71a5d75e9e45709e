using LandLedger.Formats.Json;
using LandLedger.Service.Http;

namespace LandLedger.Service.Fields;

internal sealed class FieldsModule : ServiceModule
{
    public FieldsModule(IServiceProvider services)
        : base(services) => Get("/fields", List, new("fields.list") { Schema = "FieldDictionary" });

    private static JsonAnswer List() => new(DictionaryJson.Write);
}

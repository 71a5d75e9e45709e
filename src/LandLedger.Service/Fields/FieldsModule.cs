using LandLedger.Fields;
using LandLedger.Service.Http;

namespace LandLedger.Service.Fields;

internal sealed class FieldsModule : ServiceModule
{
    public FieldsModule(IServiceProvider services)
        : base(services) => Get("/fields", List, new("fields.list") { Schema = "FieldList" });

    /// <summary>The facts of a plot: the name that columns, headers and members have, its titles, type, unit and codes.</summary>
    private static JsonAnswer List() =>
        new(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("fields");
            foreach (var field in PlotFields.All)
            {
                json.WriteStartObject();
                json.WriteString("id", field.Id);
                json.WriteStartObject("title");
                json.WriteString("zh", Texts.Chinese.Find("field." + field.Id));
                json.WriteString("en", Texts.English.Find("field." + field.Id));
                json.WriteEndObject();
                json.WriteString("type", CodeText.Of(field.Type));
                json.WriteString("unit", field.Unit == Unit.None ? null : CodeText.Of(field.Unit));
                json.WriteStartArray("codes");
                foreach (var code in field.Codes)
                    json.WriteStringValue(code);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
}

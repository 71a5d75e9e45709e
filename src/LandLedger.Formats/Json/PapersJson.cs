using System.Globalization;
using System.Text.Json;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Formats.Papers;

namespace LandLedger.Formats.Json;

/// <summary>The papers of a case as JSON: all that its procedure makes, each with the last step that made it, where one did.</summary>
public static class PapersJson
{
    /// <summary>Writes them.</summary>
    /// <param name="links">Writes where a paper can be had.</param>
    public static void Write(Utf8JsonWriter json, FiledCase filed, Action<Utf8JsonWriter, PaperKind> links)
    {
        var one = filed.Case;
        json.WriteStartObject();
        json.WriteString("number", filed.Number.ToString());
        json.WriteStartArray("papers");
        foreach (var kind in one.Procedure.Steps.Select(step => step.Paper).OfType<PaperKind>().Distinct().Order())
        {
            json.WriteStartObject();
            json.WriteString("kind", CodeText.Of(kind));
            json.WriteStartObject("title");
            json.WriteString("zh", Texts.Chinese["paper." + CodeText.Of(kind)]);
            json.WriteString("en", Texts.English["paper." + CodeText.Of(kind)]);
            json.WriteEndObject();
            var step = PaperSource.StepOf(kind, one);
            json.WriteBoolean("made", step is not null);
            if (step is not null)
            {
                json.WriteString("step", step.Kind);
                json.WriteString("day", step.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                CaseJson.WriteAnnulled(json, one, step);
                json.WriteStartArray("links");
                links(json, kind);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

using System.Text.Json;
using LandLedger.Disposal;

namespace LandLedger.Formats.Json;

/// <summary>What a list or map rests on, as members of the object that holds it.</summary>
internal static class BasisJson
{
    public static void Write(Utf8JsonWriter json, ListBasis basis)
    {
        if (basis.Number is not null)
            json.WriteString(Names.Number, basis.Number);
        if (basis.IsExtract)
            json.WriteBoolean(Names.Extract, true);
        if (basis.Redaction is not null)
            json.WriteString(Names.Redaction, basis.Redaction);
        json.WriteOrNull(Names.AsOf, basis.AsOf);
        json.WriteStartObject(Names.Rules);
        json.WriteString(Names.Package, basis.Package);
        json.WriteString(Names.Version, basis.Version);
        json.WriteEndObject();
        if (basis.Data is not null)
            json.WriteString(Names.Data, basis.Data);
    }
}

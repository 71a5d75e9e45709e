using System.Text;
using System.Text.Json;

namespace LandLedger.Ledger;

/// <summary>Files as entries say them, and back.</summary>
internal static class FileSaid
{
    private const string MediaType = "media_type";
    private const string Name = "name";
    private const string Sha256 = "sha256";
    private const string Size = "size";

    public static void Write(Utf8JsonWriter json, KeptFile file)
    {
        json.WriteStartObject();
        json.WriteString(MediaType, file.MediaType);
        json.WriteString(Name, file.Name);
        json.WriteString(Sha256, file.Sha256);
        json.WriteNumber(Size, file.Size);
        json.WriteEndObject();
    }

    /// <summary>The file that is said.</summary>
    /// <exception cref="Exception">It is of another shape (<see cref="SaidJson.IsUnreadable"/>).</exception>
    public static KeptFile Read(JsonElement said) =>
        new(said.Needed(Name), said.Needed(MediaType), said.GetProperty(Size).GetInt64(), said.Needed(Sha256));

    /// <summary>Several, in their order; null where there are none.</summary>
    public static string? Text(IReadOnlyList<KeptFile> files)
    {
        if (files.Count == 0)
            return null;
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, EntryWriter.Form))
        {
            json.WriteStartArray();
            foreach (var file in files)
                Write(json, file);
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Null where the text is none of these.</summary>
    public static IReadOnlyList<KeptFile>? Read(string? text)
    {
        if (text is null)
            return [];
        try
        {
            using var files = JsonDocument.Parse(text);
            return [.. files.RootElement.EnumerateArray().Select(Read)];
        }
        catch (Exception e) when (e is JsonException || SaidJson.IsUnreadable(e))
        {
            return null;
        }
    }
}

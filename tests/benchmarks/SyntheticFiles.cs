using System.Globalization;
using System.Text;
using System.Text.Json;
using LandLedger.Fields;

namespace LandLedger.Benchmarks;

/// <summary>Writes the synthetic park as the files that both sides of an import comparison read.</summary>
internal static class SyntheticFiles
{
    public static void WriteGeoJson(string path, int count)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(
            file,
            new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        for (var i = 0; i < count; i++)
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteStartObject("properties");
            foreach (var (field, text) in SyntheticPark.Cells(SyntheticPark.At(i)))
                json.WriteString(field.Id, text);
            json.WriteEndObject();
            json.WriteStartObject("geometry");
            json.WriteString("type", "Polygon");
            json.WriteStartArray("coordinates");
            json.WriteStartArray();
            foreach (var (x, y) in Closed(i))
            {
                json.WriteStartArray();
                json.WriteNumberValue(Math.Round(x, 9));
                json.WriteNumberValue(Math.Round(y, 9));
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            if (json.BytesPending > 60_000)
                json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteCsv(string path, int count)
    {
        using var file = new StreamWriter(path, false, new UTF8Encoding(false));
        file.WriteLine("geometry," + string.Join(',', PlotFields.All.Select(field => field.Id)));
        for (var i = 0; i < count; i++)
        {
            var plot = SyntheticPark.At(i);
            file.Write("\"POLYGON ((");
            file.Write(
                string.Join(
                    ", ",
                    Closed(i)
                        .Select(p =>
                            string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#########} {p.Y:0.#########}")
                        )
                )
            );
            file.Write("))\"");
            foreach (var field in PlotFields.All)
            {
                file.Write(',');
                file.Write(field.Of(plot).ToString());
            }
            file.WriteLine();
        }
    }

    private static IEnumerable<(double X, double Y)> Closed(int i)
    {
        var ring = SyntheticPark.RingInDegrees(i);
        for (var k = 0; k <= ring.Length; k += 2)
            yield return (ring[k % ring.Length], ring[k % ring.Length + 1]);
    }
}

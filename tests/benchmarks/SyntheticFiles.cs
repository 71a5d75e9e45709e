using System.Globalization;
using System.Text;
using System.Text.Json;
using LandLedger.Fields;

namespace LandLedger.Benchmarks;

/// <summary>Writes the synthetic park as the files that both sides of an import comparison read.</summary>
internal static class SyntheticFiles
{
    public static void WriteGeoJson(string path, int count, bool aLineEach)
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
            if (aLineEach)
            {
                json.Flush();
                file.WriteByte((byte)'\n');
            }
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

    /// <summary>The text that surveyors hand in: easting and northing of zone 38, y after x as the land offices have it.</summary>
    public static void WriteBoundaryText(string path, int count)
    {
        using var file = new StreamWriter(path, false, new UTF8Encoding(false));
        file.WriteLine("[属性描述]");
        file.WriteLine("坐标系=2000国家大地坐标系");
        file.WriteLine("几度分带=3");
        file.WriteLine("投影类型=高斯克吕格");
        file.WriteLine("计量单位=米");
        file.WriteLine("带号=38");
        file.WriteLine("精度=0.001");
        file.WriteLine("转换参数=,,,,,,");
        file.WriteLine("[地块坐标]");
        for (var i = 0; i < count; i++)
        {
            var ring = SyntheticPark.Ring(i);
            var points = ring.Length / 2;
            var hectares = SyntheticPark.At(i).Measured!.Plane.Hectares;
            file.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{points + 1},{hectares:0.0000},P{i:D7},项目{i},面,,工业用地,0601,@"
                )
            );
            for (var k = 0; k <= points; k++)
            {
                var (x, y) = (ring[k % points * 2], ring[k % points * 2 + 1]);
                file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"J{k % points + 1},1,{y:0.000},{x:0.000}"));
            }
        }
    }

    private static IEnumerable<(double X, double Y)> Closed(int i)
    {
        var ring = SyntheticPark.RingInDegrees(i);
        for (var k = 0; k <= ring.Length; k += 2)
            yield return (ring[k % ring.Length], ring[k % ring.Length + 1]);
    }
}

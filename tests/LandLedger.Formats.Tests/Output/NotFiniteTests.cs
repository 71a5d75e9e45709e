using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LandLedger.Disposal;
using LandLedger.Formats.Json;
using LandLedger.Formats.Lists;
using LandLedger.Formats.Map;
using LandLedger.Formats.Tests.Map;
using LandLedger.Tests.Disposal;

namespace LandLedger.Formats.Tests.Output;

/// <summary>Whatever the plot: no figure that is not a number leaves in any form.</summary>
public sealed class NotFiniteTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly string[] Words = ["NaN", "Infinity", "∞"];

    private static readonly double[] Doubles =
    [
        double.NaN,
        double.PositiveInfinity,
        double.NegativeInfinity,
        double.MaxValue,
        double.Epsilon,
        -0.0,
        115.123,
        1e300,
    ];

    private static readonly decimal[] Decimals = [0, -1, 1, decimal.MaxValue, decimal.MinValue, 0.00000001m];

    private static readonly Gen<Evaluation> Evaluations =
        from ring in Gen.ArrayOf(Gen.Elements(Doubles), 8)
        from mu in Gen.Elements(Decimals)
        from price in Gen.Elements(Decimals)
        from category in Gen.Elements(Enum.GetValues<Category>())
        select Sample.Of(
            Sample.Plot("P", mu) with
            {
                Shape = Outlines.Polygon(ring),
                Grant = new() { Price = Money.FromYuan(price) },
                Measured = new(Area.FromMu(mu), "EPSG:4526", Area.FromMu(mu)),
            },
            category
        );

    [Fact]
    public void No_form_ever_holds_a_figure_that_is_not_finite()
    {
        Prop.ForAll(Evaluations.ToArbitrary(), evaluation => Forms(evaluation).All(IsClean))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static IEnumerable<string> Forms(Evaluation evaluation)
    {
        var basis = ListBasis.Of(Sample.Rules, Sample.AsOf);
        var list = DisposalList.Of([evaluation], basis, Texts.Chinese);
        yield return Json(Written(stream => GeoJsonMap.WriteAsync(stream, [evaluation], basis, cancel: Cancel)));
        yield return Json(Written(stream => EvaluationJson.WriteArrayAsync(stream, [evaluation], cancel: Cancel)));
        yield return Json(Written(stream => DisposalListJson.WriteAsync(stream, list, Cancel)));
        yield return Encoding.UTF8.GetString(Written(stream => CsvList.WriteAsync(stream, list, Cancel)));
        var book = Written(stream =>
        {
            XlsxList.Write(stream, list, Cancel);
            return Task.CompletedTask;
        });
        using var package = new ZipArchive(new MemoryStream(book));
        using var sheet = new StreamReader(package.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        yield return sheet.ReadToEnd();
    }

    private static bool IsClean(string text) =>
        !Array.Exists(Words, word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>The text, once it has been read as JSON and every number in it as finite.</summary>
    private static string Json(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private static byte[] Written(Func<Stream, Task> write)
    {
        using var stream = new MemoryStream();
        write(stream).GetAwaiter().GetResult();
        return stream.ToArray();
    }
}

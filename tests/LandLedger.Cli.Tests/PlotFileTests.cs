using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace LandLedger.Cli.Tests;

/// <summary>The file of one plot, as browser and Word read it.</summary>
public sealed partial class PlotFileTests : IDisposable
{
    /// <summary>A-1 is 0.002° wide and 0.001° high at 28° north: 196.4 m by 111.2 m on the sphere. A-2 lies beside it, A-3 far away.</summary>
    private const string Outlines = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"plot":"A-1"},"geometry":{"type":"Polygon","coordinates":[[[119,28],[119.002,28],[119.002,28.001],[119,28.001],[119,28]]]}},
        {"type":"Feature","properties":{"plot":"A-2"},"geometry":{"type":"Polygon","coordinates":[[[119.002,28],[119.003,28],[119.003,28.001],[119.002,28.001],[119.002,28]]]}},
        {"type":"Feature","properties":{"plot":"A-3"},"geometry":{"type":"Polygon","coordinates":[[[119.05,28],[119.051,28],[119.051,28.001],[119.05,28.001],[119.05,28]]]}}
        ]}
        """;

    private const string Titles =
        "地块编号,供应状态,使用权人,合同签订日期,约定动工日期,约定竣工日期,补充协议签订日期,补充协议约定动工日期,延误原因,延误起始日期\n";

    private readonly Scratch _scratch = new();

    private string Store => _scratch["park.gpkg"];

    [Fact]
    public void It_tells_events_in_order_of_days_and_entries_in_order_of_records()
    {
        Import(Outlines, "界址.geojson");
        Import(
            Titles
                + "A-1,已供应,甲公司,2020-01-10,2021-03-01,2023-03-01,2020-12-01,2021-09-01,plan-change,2021-01-15\n",
            "台账.csv"
        );
        var page = Html(Import(Titles + "A-1,已供应,乙公司 <&>,2020-01-10,2021-03-01,2023-03-01,,,,\n", "台账.csv"));

        var events = Rows(page, "大事记");
        Assert.Equal(
            [
                "2020年1月10日|合同签订日期|",
                "2020年12月1日|补充协议|补充协议约定动工日期：2021年9月1日",
                "2021年1月15日|延误（规划调整）起|",
                "2021年3月1日|约定动工日期|",
                "2023年3月1日|约定竣工日期|",
            ],
            events
        );
        var entries = Rows(page, "台账流水");
        Assert.Equal(2, entries.Count(entry => entry.Contains("变更（台账.csv 第 2 行）", StringComparison.Ordinal)));
        Assert.Contains(entries, entry => entry.Contains("使用权人：甲公司 → 乙公司 <&>", StringComparison.Ordinal));
        Assert.Contains("使用权人|乙公司 <&>", Rows(page, "基本情况"));
    }

    [Fact]
    public void Its_sketch_is_true_to_scale_and_shows_the_neighbour_alone()
    {
        Import(Outlines, "界址.geojson");
        var page = Html();

        var (width, height) = Size(Path(page, "plot"));
        // cos 28.0005° = 0.88294; the plot is twice as many degrees wide as high.
        Assert.Equal(2 * 0.88294, width / height, 3);
        var bar = Bar().Match(Path(page, "bar")).Groups[1].Value;
        var metres = page.Descendants()
            .Single(text => (string?)text.Attribute("class") == "bar" && text.Name.LocalName == "text");
        // 0.001° of the mean sphere of 6371 km are 111.195 m.
        Assert.Equal(
            111.195 / height,
            double.Parse(metres.Value.Split(' ')[0], CultureInfo.InvariantCulture)
                / double.Parse(bar, CultureInfo.InvariantCulture),
            3
        );
        Assert.Equal(
            ["A-2", "A-1"],
            page.Descendants()
                .Where(text =>
                    text.Name.LocalName == "text" && (string?)text.Attribute("class") is "plot" or "neighbour"
                )
                .Select(text => text.Value)
        );
    }

    [Fact]
    public void Word_takes_it_and_the_same_question_gives_the_same_bytes()
    {
        Import(Outlines, "界址.geojson");
        Import(Titles + "A-1,已供应,甲公司,2020-01-10,2021-03-01,2023-03-01,,,,\n", "台账.csv");
        var first = Write("docx", "one.docx");

        using (var document = WordprocessingDocument.Open(first, isEditable: false))
        {
            Assert.Empty(
                new OpenXmlValidator(FileFormatVersions.Office2013)
                    .Validate(document, TestContext.Current.CancellationToken)
                    .Select(error => $"{error.Path?.XPath} {error.Description}")
            );
            Assert.Contains("甲公司", document.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        }
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(Write("docx", "two.docx")));
        using var zip = ZipFile.OpenRead(first);
        Assert.Contains("word/document.xml", zip.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public void A_plot_without_outline_has_no_sketch_and_one_that_is_not_there_is_wrong_usage()
    {
        Import(Titles + "B-1,已供应,甲公司,,,,,,,\n", "台账.csv");
        Assert.DoesNotContain(Html(plot: "B-1").Descendants(), node => node.Name.LocalName == "svg");

        var run = CommandRun.Of([
            "file",
            "B-9",
            "--store",
            Store,
            "--as-of",
            "2026-06-30",
            "-o",
            _scratch["x.html"],
            "--format",
            "html",
        ]);
        Assert.Contains("B-9", run.Expect(2).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_scratch["x.html"]));
    }

    public void Dispose() => _scratch.Dispose();

    private string Import(string text, string name)
    {
        CommandRun
            .Of(["import", _scratch.Write(name, text), "--store", Store, "--on", "2026-06-30", "--by", "王工"])
            .Expect(0);
        return "A-1";
    }

    private string Write(string format, string name, string plot = "A-1")
    {
        CommandRun
            .Of(["file", plot, "--store", Store, "--as-of", "2026-06-30", "--format", format, "-o", _scratch[name]])
            .Expect(0);
        return _scratch[name];
    }

    private XElement Html(string plot = "A-1") =>
        XElement.Parse(
            File.ReadAllText(Write("html", plot + ".html", plot))
                .Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)
        );

    /// <summary>The rows below a heading without their titles, cells parted by bars.</summary>
    private static List<string> Rows(XElement page, string heading) =>
        [
            .. page.Descendants("h2")
                .Single(title => title.Value == heading)
                .ElementsAfterSelf()
                .First()
                .Elements("tr")
                .Skip(1)
                .Select(row => string.Join('|', row.Elements("td").Select(cell => cell.Value))),
        ];

    private static string Path(XElement page, string kind) =>
        (string)
            page.Descendants()
                .Single(path => path.Name.LocalName == "path" && (string?)path.Attribute("class") == kind)
                .Attribute("d")!;

    private static (double Width, double Height) Size(string path)
    {
        var at = Place()
            .Matches(path)
            .Select(place =>
                (
                    X: int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture),
                    Y: int.Parse(place.Groups[2].Value, CultureInfo.InvariantCulture)
                )
            )
            .ToList();
        return (
            at.Max(place => place.X) - at.Min(place => place.X),
            at.Max(place => place.Y) - at.Min(place => place.Y)
        );
    }

    [GeneratedRegex(@"[ML](-?\d+) (-?\d+)")]
    private static partial Regex Place();

    [GeneratedRegex(@"h(\d+)")]
    private static partial Regex Bar();
}

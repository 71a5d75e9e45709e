using System.Text;
using System.Text.Json;
using LandLedger.Disposal;
using LandLedger.Formats.Lists;
using LandLedger.Tests.Disposal;

namespace LandLedger.Formats.Tests.Lists;

public sealed class CsvListTests : IDisposable
{
    private const string ReadByPython = """
        import sys, csv, json
        print(json.dumps(list(csv.DictReader(open(sys.argv[1], encoding='utf-8-sig', newline='')))))
        """;

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    public void Dispose() => File.Delete(_path);

    private static async Task<byte[]> Write(Texts texts, params Evaluation[] evaluations)
    {
        using var output = new MemoryStream();
        var list = DisposalList.Of(evaluations, ListBasis.Of(Sample.Rules, Sample.AsOf, "兴国.gpkg"), texts);
        await CsvList.WriteAsync(output, list, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    [Fact]
    public async Task Another_reader_finds_every_value_under_its_Chinese_title()
    {
        var plot = Sample.Plot("XG-001", 33.33335m, "东区, \"北\"\n段") with
        {
            Grant = new() { SupervisionNumber = "360732202300123456", Price = Money.FromWanYuan(1.23456789m) },
        };
        File.WriteAllBytes(_path, await Write(Texts.Chinese, Sample.Of(plot, Category.Idle)));

        var row = Outside.Python(ReadByPython, _path)[0];

        Assert.Equal("XG-001", Cell("地块编号"));
        Assert.Equal("东区, \"北\"\n段", Cell("片区"));
        Assert.Equal("33.3334", Cell("文件面积（亩）"));
        Assert.Equal("闲置", Cell("类别"));
        Assert.Equal("尚未查明", Cell("闲置原因"));
        Assert.Equal("2024-03-02", Cell("闲置起始日期"));
        Assert.Equal("否", Cell("依据待核实"));
        // 1.23456789 万元 is 12 345.6789 yuan.
        Assert.Equal("12345.68", Cell("成交价款（元）"));
        Assert.Equal("360732202300123456", Cell("电子监管号")!.Trim());
        Assert.Equal(("2026-11-22", "plain", "2026.1"), (Cell("评估日期"), Cell("规则包"), Cell("规则包版本")));
        Assert.Equal("兴国.gpkg", Cell("数据来源"));

        string? Cell(string title) => row.GetProperty(title).GetString();
    }

    [Fact]
    public async Task The_file_has_a_mark_for_Excel_and_ends_its_lines_with_CRLF()
    {
        var bytes = await Write(Texts.English, Sample.Of(Sample.Plot("1", 1)));

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Equal(2, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("Plot number,County code,", text[1..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("360732202300123456", "\t360732202300123456")]
    [InlineData("007", "\t007")]
    [InlineData("2023-5", "\t2023-5")]
    [InlineData("12E5", "\t12E5")]
    [InlineData("XG-001", "XG-001")]
    [InlineData("360732", "360732")]
    [InlineData("甲=乙", "甲=乙")]
    [InlineData("", "")]
    public void A_text_is_made_harmless_and_kept_as_it_is(string text, string cell)
    {
        Assert.Equal(cell, CsvText.Guard(text));
    }

    [Fact]
    public async Task A_formula_in_a_holders_name_does_not_run_and_a_real_number_stays_one()
    {
        var plot = Sample.Plot("1", 12.5m) with { Holder = "=HYPERLINK(\"http://x\",\"y\")" };

        var text = Encoding.UTF8.GetString(await Write(Texts.Chinese, Sample.Of(plot)));

        Assert.Contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",", text, StringComparison.Ordinal);
        Assert.Contains(",12.5,", text, StringComparison.Ordinal);
    }
}

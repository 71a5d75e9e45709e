using System.Text.Json.Nodes;

namespace LandLedger.Cli.Tests;

public sealed class RefusedRowsTests : IDisposable
{
    private readonly Scratch _scratch = new();

    /// <summary>A row of the ledger, one of a plot that is not there and one of no firm; an outline is no text to keep.</summary>
    [Fact]
    public void What_is_refused_is_kept_aside_as_written()
    {
        var outline = $"POLYGON(({string.Join(',', Enumerable.Repeat("119 28", 1000))}))";
        var report = Import(
            _scratch.Write(
                "台账.csv",
                $"地块编号,面积（亩）,开工日期,WKT\nA-1,30,2024-01-05,\nA-2,30 亩半,2024-01-05,{'"'}{outline}{'"'}\n"
            ),
            _scratch.Write(
                "补充协议.csv",
                "地块编号,补充协议签订日期,补充协议约定开工日期\nA-9,2024-03-01,2025-03-01\n"
            ),
            _scratch.Write("企业.csv", "企业名称,统一社会信用代码,年度,税收（万元）\n甲公司,,2024,12\n,,2024,7\n")
        );
        Assert.Equal(
            [
                "台账.csv 3 A-2: 地块编号=A-2, 面积（亩）=30 亩半, 开工日期=2024-01-05",
                "补充协议.csv 2 A-9: 地块编号=A-9, 补充协议签订日期=2024-03-01, 补充协议约定开工日期=2025-03-01",
                "企业.csv 3 : 年度=2024, 税收（万元）=7",
            ],
            report["refusedRows"]!
                .AsArray()
                .Select(row =>
                    $"{row!["file"]} {row["line"]} {row["plot"]}: "
                    + string.Join(", ", row["cells"]!.AsArray().Select(cell => $"{cell!["title"]}={cell["value"]}"))
                )
        );
        Assert.Equal(3, (int)report["refused"]!);
    }

    [Fact]
    public void What_a_table_of_mortgages_remarks_is_no_remark_of_the_plot()
    {
        Import(_scratch.Write("台账.csv", "地块编号,面积（亩）,备注\nA-1,30,已约谈\n"));
        var report = Import(
            _scratch.Write(
                "抵押.csv",
                "地块编号,他项权证号,抵押权人,抵押登记日期,备注\nA-1,浙2024-1,某银行,2024-05-06,两宗合并抵押\n"
            )
        );
        Assert.Contains(report["issues"]!.AsArray(), issue => (string)issue!["code"]! == "column.of-rows");
        Assert.DoesNotContain("remark", report["changes"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(1, (int)report["changed"]!);
    }

    public void Dispose() => _scratch.Dispose();

    private JsonNode Import(params string[] files)
    {
        CommandRun
            .Of([
                "import",
                .. files,
                "--store",
                _scratch["park.gpkg"],
                "--crs",
                "EPSG:4490",
                "--keep-good",
                "--report",
                _scratch["r.json"],
            ])
            .Expect(0);
        return JsonNode.Parse(File.ReadAllText(_scratch["r.json"]))!;
    }
}

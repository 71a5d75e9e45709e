using System.Text;
using LandLedger.Formats.Text;

namespace LandLedger.Formats.Tests.Tables;

public sealed class EncodingTwinTests
{
    private const string Ledger =
        "XX园区闲置土地清查台账,,,,\n\"单位：万元、亩\",,,,\n宗地编号,使用权人,面积,\"成交\n价款\",约定动工日期\n"
        + "GX-01,王某某,85.6,\"1,200.5\",2021年3月5日\nGX-02,示例有限公司,12，345.00㎡,3亿元,1900-01-01\n合计,,104.1175,,\n注：测试";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "gbk", "gb18030", "utf-16", "utf-16-unmarked"];

    /// <summary>85.6 亩; 12345 m² × 0.0015 = 18.5175 亩; 1200.5 万元; 3 亿元. The sum is 104.1175 亩.</summary>
    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_same_table_in_every_encoding_gives_equal_rows(string encoding)
    {
        var (rows, issues) = Ledgers.Read(new MemoryStream(Bytes(encoding)), "t.csv");

        Assert.Equal(
            [
                "plot=GX-01 holder=王某某 stated_mu=85.6 price=12005000 agreed_start=2021-03-05",
                "plot=GX-02 holder=示例有限公司 stated_mu=18.5175 price=300000000",
            ],
            rows.Select(Ledgers.Told)
        );
        // The title over two lines moves the records to lines 5 and 6.
        Assert.Equal([5, 6], rows.Select(row => row.Line));
        Assert.DoesNotContain(issues, issue => issue.Code is "table.total" or "unit.assumed");
    }

    private static byte[] Bytes(string encoding) =>
        encoding switch
        {
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Ledger)],
            "gbk" => TextEncoding.Gbk.GetBytes(Ledger),
            "gb18030" => TextEncoding.Gb18030.GetBytes(Ledger),
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Ledger)],
            "utf-16-unmarked" => Encoding.Unicode.GetBytes(Ledger),
            _ => Encoding.UTF8.GetBytes(Ledger),
        };
}

using System.Globalization;
using System.Text;

namespace LandLedger.Formats.Tests.Tables;

public sealed class RandomTableTests
{
    private static readonly string[] Pieces =
    [
        "地块编号",
        "面积（亩）",
        "约定动工日期",
        "合计",
        "注：",
        "2021-02-30",
        "1,2,3",
        "\"",
        "\n",
        ",",
        "\t",
        ";",
        "空",
        "1e999",
        "NaN",
        "-",
        "√",
        "１２．５",
        "单位：万元、亩",
        "年度",
        "税收",
        "企业名称",
        "POLYGON((0 0,1",
        "\0",
        "\r",
        "约",
        "%",
    ];

    [Fact]
    public void Random_tables_never_throw()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var text = new StringBuilder();
            for (var piece = random.Next(60); piece > 0; piece--)
                text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(3) == 0 ? "," : "");
            Ledgers.ReadText(text.ToString());
        }
    }

    [Fact]
    public void A_damaged_workbook_never_throws()
    {
        var whole = File.ReadAllBytes(SharedData.Repository("data", "park", "补充协议及延误.xlsx"));
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var hit = 0; hit < 1 + i % 20; hit++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var length = i % 3 == 0 ? random.Next(bytes.Length) : bytes.Length;
            Ledgers.Read(new MemoryStream(bytes[..length]), i.ToString(CultureInfo.InvariantCulture) + ".xlsx");
        }
    }
}

using LandLedger.Formats.Text;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.BoundaryText;

public class BoundaryTextFuzzTests
{
    [Fact]
    public void Two_thousand_damaged_files_give_issues_and_never_an_exception()
    {
        var random = new Random(53);
        var whole = TextEncoding.Gbk.GetBytes(Sheet.Whole + Sheet.Plot + Sheet.Points);
        string[] splinters =
        [
            "@",
            ",",
            "，",
            "\r",
            "\n",
            "[地块坐标]",
            "[",
            "]",
            "面",
            "-",
            "9",
            "J",
            "\0",
            " ",
            "E9",
            "【属性描述】",
        ];
        var (kept, refused) = (0, 0);
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = whole.ToList();
            for (var cuts = random.Next(1, 6); cuts > 0 && bytes.Count > 1; cuts--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(6))
                {
                    case 0:
                        bytes[at] = (byte)random.Next(256);
                        break;
                    case 1:
                        bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 40)));
                        break;
                    case 2:
                        bytes.InsertRange(at, TextEncoding.Gbk.GetBytes(splinters[random.Next(splinters.Length)]));
                        break;
                    case 3:
                        bytes.InsertRange(at, bytes.GetRange(0, random.Next(bytes.Count)));
                        break;
                    case 4:
                        bytes[at] ^= (byte)(1 << random.Next(8));
                        break;
                    default:
                        bytes.RemoveRange(at, bytes.Count - at);
                        break;
                }
            }
            var (rows, issues, _) = Sheet.Read([.. bytes]);
            kept += rows.Count;
            refused += issues.Count(issue => issue.Severity == Severity.Refuse);
            Assert.All(issues, issue => Assert.NotNull(Texts.Chinese.Find("issue." + issue.Code)));
            Assert.All(
                rows.SelectMany(row => row.Shape!.Parts).SelectMany(part => part),
                ring => Assert.True(ring.Length >= 8 && ring.All(double.IsFinite))
            );
        }
        Assert.True(kept > 500 && refused > 500, $"{kept} kept, {refused} refused");
    }
}

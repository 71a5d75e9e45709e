using System.Text;

namespace LandLedger.Service.Tests;

/// <summary>
/// Three plots as officers send them: a survey in GBK, in EPSG:4526, and a ledger. 甲-01 and 甲-02 are 200 m × 100 m (30 mu), 乙-01 is
/// 100 m × 100 m (15 mu). 甲-01 should have been begun by 2024-01-01 and was not; the others are in the reserve.
/// </summary>
internal static class SurveyedPark
{
    private const string Survey = """
        [属性描述]
        坐标系=2000国家大地坐标系
        几度分带=3
        投影类型=高斯克吕格
        计量单位=米
        带号=38
        精度=0.001
        转换参数=,,,,,,
        [地块坐标]
        5,2.0000,甲-01,一号地块,面,,工业用地,,@
        J1,1,2910000.000,38635600.000
        J2,1,2910100.000,38635600.000
        J3,1,2910100.000,38635800.000
        J4,1,2910000.000,38635800.000
        J1,1,2910000.000,38635600.000
        5,2.0000,甲-02,二号地块,面,,工业用地,,@
        J1,1,2910000.000,38636000.000
        J2,1,2910100.000,38636000.000
        J3,1,2910100.000,38636200.000
        J4,1,2910000.000,38636200.000
        J1,1,2910000.000,38636000.000
        5,1.0000,乙-01,三号地块,面,,工业用地,,@
        J1,1,2910000.000,38636300.000
        J2,1,2910100.000,38636300.000
        J3,1,2910100.000,38636400.000
        J4,1,2910000.000,38636400.000
        J1,1,2910000.000,38636300.000

        """;

    private const string Ledger = """
        地块编号,片区,供应状态,批准用途,文件面积（亩）,约定动工日期,是否动工
        甲-01,东区,已供应,工业用地,30.00,2024-01-01,否
        甲-02,东区,政府储备,工业用地,30.00,,
        乙-01,西区,政府储备,工业用地,15.00,,

        """;

    public static IReadOnlyList<(string Name, byte[] Content)> Files { get; } = Make();

    private static (string, byte[])[] Make()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gbk = Encoding.GetEncoding("GBK").GetBytes(Survey.ReplaceLineEndings("\r\n"));
        return [("界址点.txt", gbk), ("台账.csv", Encoding.UTF8.GetBytes(Ledger))];
    }
}

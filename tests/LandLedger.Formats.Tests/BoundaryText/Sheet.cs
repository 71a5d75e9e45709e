using System.Text;
using LandLedger.Formats.BoundaryText;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.BoundaryText;

/// <summary>Boundary texts for tests: a header that has everything, and a rectangle of 200 m by 100 m, which is 2 ha.</summary>
internal static class Sheet
{
    public const string Header = """
        [属性描述]
        格式版本号=1.01版本
        数据产生单位=自然资源部
        数据产生日期=2024-3-1
        坐标系=2000国家大地坐标系
        几度分带=3
        投影类型=高斯克吕格
        计量单位=米
        带号=40
        精度=0.001
        转换参数=,,,,,,

        """;

    /// <summary>Plot line on line 13 of <see cref="Whole"/>, points from line 14.</summary>
    public const string Plot = "5,2.0,1,城东地块,面,,工业用地,0601,@\n";

    public const string Points = """
        J1,1,3353100.000,40520000.000
        J2,1,3353100.000,40520200.000
        J3,1,3353000.000,40520200.000
        J4,1,3353000.000,40520000.000
        J1,1,3353100.000,40520000.000

        """;

    public const string Whole = Header + "[地块坐标]\n" + Plot + Points;

    public static string With(string points, string plot = Plot) => Header + "[地块坐标]\n" + plot + points;

    public static (List<RawRow> Rows, List<ImportIssue> Issues, CrsDeclaration Crs) Read(
        string text,
        string? crs = null
    ) => Read(Encoding.UTF8.GetBytes(text), crs);

    public static (List<RawRow> Rows, List<ImportIssue> Issues, CrsDeclaration Crs) Read(
        byte[] bytes,
        string? crs = null
    )
    {
        using var file = BoundaryTextFile.Open(new MemoryStream(bytes), "a.txt", crs);
        var rows = file.Rows().ToList();
        return (rows, file.Issues, file.Crs);
    }

    /// <summary>The one row of a text that has no issue at all.</summary>
    public static RawRow Clean(string text)
    {
        var (rows, issues, _) = Read(text);
        Assert.Empty(issues);
        return Assert.Single(rows);
    }

    /// <summary>The one issue of a text, which has no row if it is a refusal and one row if it is not.</summary>
    public static ImportIssue Issue(string text, string? crs = null)
    {
        var (rows, issues, _) = Read(text, crs);
        var issue = Assert.Single(issues);
        Assert.Equal(issue.Severity == Severity.Refuse ? 0 : 1, rows.Count);
        return issue;
    }

    public static string? Cell(RawRow row, string title)
    {
        using var file = BoundaryTextFile.Open(new MemoryStream(), "a.txt");
        return row.Cells[file.Columns.Single(column => column.Title == title).Index];
    }
}

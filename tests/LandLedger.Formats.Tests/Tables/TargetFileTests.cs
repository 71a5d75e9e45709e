using System.Text;
using LandLedger.Clearance;
using LandLedger.Formats.Tables;

namespace LandLedger.Formats.Tests.Tables;

/// <summary>Targets of years from a table and from JSON.</summary>
public sealed class TargetFileTests
{
    private const string Table =
        "年度,类别,处置方式,责任单位,目标宗数,目标亩数,目标比例,备注\n2026,,,,12,350.5,60%,全部\n2026,闲置,,资源局,3,,,\n2027,low-efficiency,限期动工,,,80,,\n";

    [Fact]
    public void A_table_and_JSON_say_the_same_by_word_or_code()
    {
        var (fromTable, problems) = Read("targets.csv", Table);
        Assert.Empty(problems);
        Assert.Equal(
            [
                ("targets.csv:2", 2026, null, null, null, new(12, 350.5m, 0.6m)),
                ("targets.csv:3", 2026, Category.Idle, null, "资源局", new(3, null, null)),
                (
                    "targets.csv:4",
                    2027,
                    Category.LowEfficiency,
                    MeasureKind.DeadlineToBuild,
                    null,
                    new(null, 80m, null)
                ),
            ],
            fromTable!.Select(one => (one.Place, one.Year, one.Category, one.Measure, one.Unit, one.Target))
        );
        var (fromJson, _) = Read(
            "targets.json",
            """
            [{"year":2026,"plots":12,"mu":350.5,"share":0.6,"remarks":"x"},{"year":2026,"category":"闲置","unit":"资源局","plots":3},
             {"year":2027,"category":"low-efficiency","measure":"deadline-to-build","mu":80}]
            """
        );
        Assert.Equal("targets.json[2]", fromJson![1].Place);
        Assert.Equal(
            fromTable!.Select(one => one with { Place = "" }),
            fromJson.Select(one => one with { Place = "" })
        );
    }

    [Fact]
    public void A_workbook_is_read_by_what_it_shows()
    {
        string[] titles = ["年度", "类别", "责任单位", "目标宗数", "目标亩数"];
        var rows =
            Row(1, [.. titles.Select(Text)])
            + Row(2, [Cell("2026"), Text("低效"), Text("经信局"), Cell("4"), Cell("120.25")]);
        using var book = new Book().Sheet("目标", rows).Write();
        var (targets, problems) = TargetFile.Read(book, "目标.xlsx");
        Assert.Empty(problems);
        var only = Assert.Single(targets!);
        Assert.Equal(
            ("目标.xlsx:2", Category.LowEfficiency, "经信局", new ClearanceTarget(4, 120.25m, null)),
            (only.Place, only.Category, only.Unit, only.Target)
        );

        static string Row(int line, string[] cells) => $"<row r=\"{line}\">{string.Concat(cells)}</row>";

        static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

        static string Cell(string number) => $"<c><v>{number}</v></c>";
    }

    [Theory]
    [InlineData("2026,闲置,,,3", "26,闲置,,,3", "year-wrong", "t.csv:2", "26")]
    [InlineData("2026,闲置,,,3", "2026,政府储备,,,3", "category-wrong", "t.csv:2", "政府储备")]
    [InlineData("2026,闲置,,,3", "2026,闲置,拆,,3", "measure-wrong", "t.csv:2", "拆")]
    [InlineData("2026,闲置,,,3", "2026,闲置,,,3.5", "plots-wrong", "t.csv:2", "3.5")]
    [InlineData("2026,闲置,,,3", "2026,闲置,,,0", "plots-wrong", "t.csv:2", "0")]
    [InlineData("2026,,,甲,4,10", "2026,,,甲,4,十亩", "mu-wrong", "t.csv:3", "十亩")]
    [InlineData("2026,,,甲,4,10", "2026,,,甲,4,-1", "mu-wrong", "t.csv:3", "-1")]
    [InlineData("2026,,,甲,4,10", "2026,,,甲,,", "nothing-set", "t.csv:3", "")]
    [InlineData("2026,,,甲,4,10", "2026,idle,,,4,", "twice", "t.csv:3", "t.csv:2")]
    [InlineData("责任单位", "责任人", "column-unknown", "t.csv", "责任人")]
    [InlineData("年度,", "目标比例,", "column-missing", "t.csv", "")]
    [InlineData("处置方式", "类别", "column-twice", "t.csv", "类别")]
    public void A_fault_is_named_with_its_line_and_refuses_the_file(
        string right,
        string wrong,
        string code,
        string place,
        string value
    )
    {
        const string Good = "年度,类别,处置方式,责任单位,目标宗数,目标亩数\n2026,闲置,,,3,\n2026,,,甲,4,10\n";
        Assert.NotNull(Read("t.csv", Good).Targets);
        var (targets, problems) = Read("t.csv", Good.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(targets);
        Assert.Contains(problems, problem => (problem.Code, problem.Place, problem.Value) == (code, place, value));
        Said(problems);
    }

    [Fact]
    public void Every_fault_of_a_file_is_told_at_once()
    {
        var (_, problems) = Read("t.csv", "年度,类别,目标宗数,目标亩数\n26,湖,x,\n2026,,1,y\n");
        Assert.Equal(
            ["year-wrong t.csv:2", "category-wrong t.csv:2", "plots-wrong t.csv:2", "mu-wrong t.csv:3"],
            problems.Select(problem => $"{problem.Code} {problem.Place}")
        );
    }

    [Theory]
    [InlineData("t.csv", "", "file")]
    [InlineData("t.csv", "年度,目标宗数\n", "empty")]
    [InlineData("t.xlsx", "PK\u0003\u0004xx", "file")]
    [InlineData("t.json", "", "not-json")]
    [InlineData("t.json", "{}", "not-array")]
    [InlineData("t.json", "[7]", "not-object")]
    [InlineData("t.json", "[{\"year\":2026,\"plot\":1}]", "column-unknown")]
    [InlineData("t.json", "[{\"year\":2026,\"plots\":1,\"plots\":2}]", "not-json")]
    [InlineData("t.json", "[{\"year\":2026,\"plots\":{}}]", "plots-wrong")]
    public void What_is_no_file_of_targets_is_refused(string name, string text, string code)
    {
        var (targets, problems) = Read(name, text);
        Assert.Null(targets);
        Assert.Contains(problems, problem => problem.Code == code);
        Said(problems);
    }

    private static void Said(IReadOnlyList<TargetProblem> problems) =>
        Assert.All(
            problems,
            problem =>
                Assert.All(
                    (Language[])[Language.Chinese, Language.English],
                    language =>
                        Assert.DoesNotContain(
                            '{',
                            problem.Value.Length > 0
                                ? problem.In(language).Replace(problem.Value, "", StringComparison.Ordinal)
                                : problem.In(language)
                        )
                )
        );

    private static (IReadOnlyList<YearTarget>? Targets, IReadOnlyList<TargetProblem> Problems) Read(
        string name,
        string text
    ) => TargetFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), name);
}

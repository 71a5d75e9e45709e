using LandLedger.Formats.Tests.Tables;

namespace LandLedger.Cli.Tests;

/// <summary>Workbooks whose sheets are not all ledgers.</summary>
public sealed class WorkbookSheetTests : IDisposable
{
    private const string Ledger =
        "<row r=\"1\"><c t=\"inlineStr\" r=\"A1\"><is><t>地块编号</t></is></c><c t=\"inlineStr\" r=\"B1\"><is><t>面积（亩）</t></is></c></row>"
        + "<row r=\"2\"><c t=\"inlineStr\" r=\"A2\"><is><t>A-1</t></is></c><c r=\"B2\"><v>30</v></c></row>";

    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("填表说明")]
    [InlineData("1. 面积以公顷为单位")]
    [InlineData("联系人：张三")]
    public void A_sheet_of_notes_is_left_out_with_its_name_beside_a_ledger(string note)
    {
        var run = Import(new Book().Sheet("台账", Ledger).Sheet("说明", Row(note))).Expect(0);
        Assert.Contains("新增 1 宗", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            $"警告 台账.xlsx#说明 [table.no-ledger] 不是已知表式的台账，未导入；列标题为 {note}",
            run.Out,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("填表说明", "2. 面积单位为公顷", 2)]
    [InlineData("1. 面积以公顷计", "2. 逐宗填写", null)]
    public void A_unit_that_only_a_sheet_of_notes_states_is_told_with_what_to_do(string first, string second, int? line)
    {
        var noted = line is null ? first : second;
        var notes = Row(first) + Row(second).Replace("\"1\"", "\"2\"").Replace("A1", "A2");
        var run = Import(new Book().Sheet("台账", Ledger.Replace("面积（亩）", "面积")).Sheet("说明", notes)).Expect(0);
        var place = line is null ? "台账.xlsx#说明" : $"台账.xlsx#说明 第 {line} 行";
        Assert.Contains(
            $"警告 {place} [unit.note] 说明“{noted}”写有单位“公顷”，读数时没有采用：“面积”按亩读取",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("请在列标题注明单位，如“面积（公顷）”", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "unit.note",
            Import(new Book().Sheet("台账", Ledger).Sheet("说明", notes)).Expect(0).Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Sheets_of_codes_and_sums_are_left_out_also_under_a_stated_layout()
    {
        var book = new Book()
            .Sheet("字典", Row("供地方式", "代码"))
            .Sheet("台账", Ledger)
            .Sheet("汇总", Row("片区", "宗数"));
        var run = Import(book, "--layout", "own").Expect(0);
        Assert.Equal(2, run.Out.Split('\n').Count(line => line.Contains("table.no-ledger", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_workbook_without_any_ledger_is_refused() =>
        Assert.Contains(
            "layout.unknown",
            Import(new Book().Sheet("说明", Row("填表说明")).Sheet("字典", Row("供地方式", "代码"))).Expect(1).Out,
            StringComparison.Ordinal
        );

    public void Dispose() => _scratch.Dispose();

    private static string Row(params string[] cells) =>
        "<row r=\"1\">"
        + string.Concat(
            cells.Select((cell, i) => $"<c t=\"inlineStr\" r=\"{(char)('A' + i)}1\"><is><t>{cell}</t></is></c>")
        )
        + "</row>";

    private CommandRun Import(Book book, params string[] options)
    {
        using (var file = File.Create(_scratch["台账.xlsx"]))
            book.Write().CopyTo(file);
        return CommandRun.Of(["import", _scratch["台账.xlsx"], "--store", _scratch["park.gpkg"], .. options]);
    }
}

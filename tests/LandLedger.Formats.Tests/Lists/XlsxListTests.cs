using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using LandLedger.Disposal;
using LandLedger.Formats.Lists;
using LandLedger.Rules;
using LandLedger.Tests.Disposal;

namespace LandLedger.Formats.Tests.Lists;

public sealed class XlsxListTests : IDisposable
{
    private const string ReadByOpenpyxl = """
        import sys, json, openpyxl
        book = openpyxl.load_workbook(sys.argv[1])
        sheet = book.worksheets[0]
        cells = [[{'v': str(c.value) if c.value is not None else None, 't': type(c.value).__name__, 'f': c.number_format, 'd': c.data_type} for c in row] for row in sheet.iter_rows()]
        print(json.dumps({'sheets': book.sheetnames, 'freeze': sheet.freeze_panes, 'printed': [sheet.print_title_rows, sheet.print_title_cols, sheet.page_setup.orientation, sheet.page_setup.fitToWidth], 'filter': sheet.auto_filter.ref, 'width': sheet.column_dimensions['A'].width,
            'cells': cells, 'law': [[c.value for c in row] for row in book.worksheets[1].iter_rows()], 'legend': book.worksheets[2].max_row}))
        """;

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".xlsx");

    public void Dispose() => File.Delete(_path);

    private JsonElement Written(params Evaluation[] evaluations)
    {
        Write(Texts.Chinese, evaluations);
        return Outside.Python(ReadByOpenpyxl, _path);
    }

    private void Write(Texts texts, params Evaluation[] evaluations)
    {
        using var output = File.Create(_path);
        XlsxList.Write(
            output,
            DisposalList.Of(evaluations, ListBasis.Of(Sample.Rules, Sample.AsOf, "兴国.gpkg"), texts),
            TestContext.Current.CancellationToken
        );
    }

    private static (string? Value, string? Type, string? Format) Cell(JsonElement sheet, int row, string title)
    {
        var header = sheet
            .GetProperty("cells")[2]
            .EnumerateArray()
            .Select(c => c.GetProperty("v").GetString())
            .ToList();
        var cell = sheet.GetProperty("cells")[row - 1][header.IndexOf(title)];
        return (
            cell.GetProperty("v").GetString(),
            cell.GetProperty("t").GetString(),
            cell.GetProperty("f").GetString()
        );
    }

    [Fact]
    public void Another_program_reads_numbers_as_numbers_days_as_days_and_long_numbers_as_texts()
    {
        var plot = Sample.Plot("XG-001", 33.33335m, "东区") with
        {
            Holder = "=1+1",
            Grant = new() { SupervisionNumber = "360732202300123456", Price = Money.FromYuan(1_234_567.891m) },
        };
        var sheet = Written(Sample.Of(plot, Category.Idle));

        Assert.Equal(("XG-001", "str", "@"), Cell(sheet, 4, "地块编号"));
        Assert.Equal(("33.3334", "float", "#,##0.0000"), Cell(sheet, 4, "文件面积（亩）"));
        Assert.Equal(("2024-03-02 00:00:00", "datetime", "yyyy\\-mm\\-dd"), Cell(sheet, 4, "闲置起始日期"));
        Assert.Equal(("996", "int", "0"), Cell(sheet, 4, "闲置天数"));
        Assert.Equal(("1234567.89", "float", "#,##0.00"), Cell(sheet, 4, "成交价款（元）"));
        Assert.Equal(("360732202300123456", "str", "@"), Cell(sheet, 4, "电子监管号"));
        Assert.Equal(("闲置", "str", "@"), Cell(sheet, 4, "类别"));
        Assert.Null(Cell(sheet, 4, "亩均产值（元/亩）").Value);
    }

    [Fact]
    public void Heading_and_basis_stand_across_as_many_columns_as_they_need()
    {
        Write(Texts.Chinese, Sample.Of(Sample.Plot("1", 1)));

        // Columns of 14, 8, 10, 11, 10, 11 and 8 digits. 闲置和低效用地处置清单 is 22, by 16/11 and 2 for the margins 34; the basis, 评估
        // 日期：2026-11-22　规则包：plain　版本：2026.1　数据：兴国.gpkg, is 66 and 2.
        using var book = SpreadsheetDocument.Open(_path, isEditable: false);
        var merged = book.WorkbookPart!.WorksheetParts.First().Worksheet!.Descendants<MergeCell>();
        Assert.Equal(["A1:D1", "A2:G2"], merged.Select(cell => cell.Reference!.Value));
    }

    [Fact]
    public void A_formula_in_a_text_is_a_string_in_the_file()
    {
        Write(Texts.Chinese, Sample.Of(Sample.Plot("=1+1", 1)));

        using var book = SpreadsheetDocument.Open(_path, isEditable: false);
        var cells = book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>());
        Assert.DoesNotContain(cells, cell => cell.CellFormula is not null);
        Assert.Contains(cells, cell => string.Equals(cell.InnerText, "=1+1", StringComparison.Ordinal));
    }

    [Fact]
    public void The_workbook_keeps_to_the_schema()
    {
        Write(
            Texts.English,
            Sample.Of(
                Sample.Plot("\u0001_x0041_<&>\uD800", null),
                Category.Idle,
                new Measure(MeasureKind.IdleFee, Sample.Article2, Cause.Holder)
            )
        );

        using var book = SpreadsheetDocument.Open(_path, isEditable: false);
        Assert.Empty(
            new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(e => e.Description)
        );
    }

    [Fact]
    public void Characters_that_XML_cannot_hold_do_not_break_the_file()
    {
        var sheet = Written(Sample.Of(Sample.Plot("a\u0001b<&>", 1, "线\n二")));

        Assert.Equal("a\uFFFDb<&>", Cell(sheet, 4, "地块编号").Value);
        Assert.Equal("线\n二", Cell(sheet, 4, "片区").Value);
    }

    [Fact]
    public void What_Excel_would_read_as_an_escape_is_kept_from_it()
    {
        Write(Texts.Chinese, Sample.Of(Sample.Plot("a_x0041_", 1)));

        using var book = SpreadsheetDocument.Open(_path, isEditable: false);
        Assert.Contains(
            book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()),
            cell => string.Equals(cell.InnerText, "a_x005F_x0041_", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_head_is_frozen_and_says_day_package_version_and_data()
    {
        var sheet = Written(Sample.Of(Sample.Plot("1", 1)), Sample.Of(Sample.Plot("2", 1)));

        Assert.Equal(
            ["处置清单", "依据", "说明"],
            sheet.GetProperty("sheets").EnumerateArray().Select(s => s.GetString())
        );
        Assert.Equal("B4", sheet.GetProperty("freeze").GetString());
        Assert.Equal("[\"$3:$3\", \"$A:$A\", \"landscape\", 2]", sheet.GetProperty("printed").GetRawText());
        Assert.StartsWith("A3:", sheet.GetProperty("filter").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("5", sheet.GetProperty("filter").GetString(), StringComparison.Ordinal);
        var basis = sheet.GetProperty("cells")[1][0].GetProperty("v").GetString();
        Assert.Equal("评估日期：2026-11-22　规则包：plain　版本：2026.1　数据：兴国.gpkg", basis);
    }

    [Fact]
    public void Totals_by_class_and_measure_stand_below_with_what_rounding_leaves()
    {
        // 0.004 and 0.004 are shown as 0.00 each, the whole 0.008 as 0.01. The second has a boundary of 7.5 mu, the first has none.
        var drawn = Sample.Plot("2", 0.004m) with
        {
            Measured = new(Area.FromMu(7.5m), "EPSG:4526", Area.Zero),
        };
        var sheet = Written(
            Sample.Of(Sample.Plot("1", 0.004m), Category.Idle, new Measure(MeasureKind.Investigate, Sample.Article2)),
            Sample.Of(drawn, Category.LowEfficiency)
        );

        var lines = sheet
            .GetProperty("cells")
            .EnumerateArray()
            .Select(row =>
                string.Join('|', row.EnumerateArray().Take(6).Select(cell => cell.GetProperty("v").GetString()))
            )
            .Skip(6)
            .ToArray();
        Assert.Equal(
            [
                "按类别|宗数|文件面积（亩）|缺文件面积（宗）|量算面积（亩）|缺量算面积（宗）",
                "闲置|1|0|0|0|1",
                "低效|1|0|0|7.5|0",
                "四舍五入差额||0.01||0|",
                "合计|2|0.01|0|7.5|1",
                "|||||",
                "按处置方式（一宗可有多种方式，各行不能相加）|宗数|文件面积（亩）|缺文件面积（宗）|量算面积（亩）|缺量算面积（宗）",
                "调查核实|1|0|0|0|1",
            ],
            lines
        );
    }

    [Fact]
    public void The_articles_stand_on_their_own_sheet_with_how_far_they_were_verified()
    {
        var sheet = Written(Sample.Of(Sample.Plot("1", 1), Category.Idle));

        var row = sheet.GetProperty("law")[1].EnumerateArray().Select(cell => cell.GetString()).Skip(1);
        Assert.Equal(["闲置土地处置办法", "国土资源部令第53号", "国土资源部", "第二条（一）", "已查阅公开文本"], row);
        Assert.True(sheet.GetProperty("legend").GetInt32() > 30);
    }

    [Fact]
    public void A_measure_has_one_line_an_article_whatever_opens_it()
    {
        var extend = new LawReference("order-53", "12(1)", Trust.Read);
        var sheet = Written(
            Sample.Of(Sample.Plot("1", 1), Category.Idle, new Measure(MeasureKind.ExtendStart, extend)),
            Sample.Of(
                Sample.Plot("2", 1),
                Category.Idle,
                new Measure(MeasureKind.ExtendStart, extend with { Trust = Trust.Unverified }),
                new Measure(MeasureKind.Investigate, extend with { Article = "5" })
            )
        );

        Assert.Equal(
            ["延长动工开发期限|第十二条（一）|已查阅公开文本；未见原文，待核实", "调查核实|第五条|已查阅公开文本"],
            sheet
                .GetProperty("law")
                .EnumerateArray()
                .Skip(2)
                .Select(row => string.Join('|', new[] { 0, 4, 5 }.Select(column => row[column].GetString())))
        );
        Assert.Equal(
            "延长动工开发期限：《闲置土地处置办法》第十二条（一）（未见原文，待核实）；调查核实：《闲置土地处置办法》第五条",
            Cell(sheet, 5, "处置依据").Value
        );
    }

    /// <summary>Digits of the default font: a Chinese letter counts two, 2 are for the margins, 3 for the button of a title.</summary>
    [Theory]
    [InlineData("地块编号", 14)] // XG-0000001 is 10, 四舍五入差额 of the totals below 12
    [InlineData("使用权人", 28)] // 13 letters
    [InlineData("项目名称", 40)] // the widest that a column gets
    [InlineData("类别", 10)] // 符合要求
    [InlineData("标记", 8)] // the narrowest
    [InlineData("文件面积（亩）", 12)] // 9,999.0000, though no plot is so large
    [InlineData("约定动工日期（现行）", 13)] // 10 letters in two lines, wider than a day
    [InlineData("成交价款（元）", 18)] // 1,234,567,890.00
    public void Columns_are_as_wide_as_what_stands_in_them(string title, int width)
    {
        var sheet = Wide();

        var column = Titles(sheet).IndexOf(title);
        Assert.Equal(width, sheet.Descendants<Column>().ElementAt(column).Width!.Value);
    }

    [Fact]
    public void Texts_wider_than_their_column_are_wrapped_and_their_rows_are_as_high()
    {
        var sheet = Wide();

        var (name, holder) = (Titles(sheet).IndexOf("项目名称"), Titles(sheet).IndexOf("使用权人"));
        var rows = sheet.Descendants<Row>().ToList();
        // Style 5 is wrapped text, 4 is not. 100 letters are 200 digits, in lines of at most 40: 5 at least, 6 with room for their ends.
        Assert.Equal([5u, 4u], Styles(rows[3], name, holder));
        Assert.Equal(6 * 15, rows[3].Height!.Value);
        Assert.Equal([4u, 4u], Styles(rows[4], name, holder));
        Assert.Null(rows[4].Height);
        // Two lines in the cell itself.
        Assert.Equal([5u, 4u], Styles(rows[5], name, holder));
        Assert.Equal(2 * 15, rows[5].Height!.Value);

        static IEnumerable<uint> Styles(Row row, params int[] columns) =>
            columns.Select(column => row.Elements<Cell>().ElementAt(column).StyleIndex!.Value);
    }

    private Worksheet Wide()
    {
        Write(
            Texts.Chinese,
            Sample.Of(
                Sample.Plot("XG-0000001", 1) with
                {
                    Name = new('长', 100),
                    Holder = "兴国某某某机械制造有限公司",
                    Grant = new() { Price = Money.FromYuan(1_234_567_890) },
                }
            ),
            Sample.Of(Sample.Plot("XG-2", 1) with { Name = "短", Holder = "甲" }),
            Sample.Of(Sample.Plot("XG-3", 1) with { Name = "一\n二", Holder = "甲" })
        );
        using var book = SpreadsheetDocument.Open(_path, isEditable: false);
        return (Worksheet)book.WorkbookPart!.WorksheetParts.First().Worksheet!.CloneNode(deep: true);
    }

    private static List<string> Titles(Worksheet sheet) =>
        [.. sheet.Descendants<Row>().ElementAt(2).Elements<Cell>().Select(cell => cell.InnerText)];

    [Fact]
    public void The_same_list_gives_the_same_bytes()
    {
        var evaluation = Sample.Of(Sample.Plot("1", 1), Category.Idle);
        Write(Texts.Chinese, evaluation);
        var first = File.ReadAllBytes(_path);
        Write(Texts.Chinese, evaluation);

        Assert.Equal(first, File.ReadAllBytes(_path));
    }
}

using System.Globalization;
using System.Text;
using LandLedger.Fields;
using LandLedger.Import;

namespace LandLedger.Formats.Tests.Tables;

public sealed class WorkbookTests
{
    private static readonly string Head = Book.Row(1, "地块编号", "面积（亩）", "约定动工日期", "是否动工");

    /// <summary>2021-03-05 is day 44260 from 1899-12-30, and 44260 − 1462 from 1904-01-01.</summary>
    [Theory]
    [InlineData("", 44260)]
    [InlineData("<workbookPr date1904=\"1\"/>", 42798)]
    public void A_day_is_counted_from_the_year_that_the_workbook_states(string workbook, int serial)
    {
        var row = Single(
            new Book { Workbook = workbook },
            $"""<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c><c r="C2" s="1"><v>{serial}</v></c></row>"""
        );
        Assert.Equal(new DateOnly(2021, 3, 5), row.Fact(PlotFields.AgreedStart).Date);
    }

    [Fact]
    public void Rich_text_is_read_whole_and_without_its_pronunciation()
    {
        var book = new Book
        {
            SharedStrings =
                "<si><r><t>A</t></r><r><rPr><b/></rPr><t>-1</t></r><rPh sb=\"0\" eb=\"1\"><t>ei</t></rPh></si><si/>",
        };
        var row = Single(book, """<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>""");
        Assert.Equal("A-1", row.Plot);
        Assert.False(row.Fact(PlotFields.StatedMu).IsKnown);
    }

    [Fact]
    public void Cells_that_do_not_say_where_they_stand_keep_their_column_behind_one_without_a_value()
    {
        var (rows, issues) = Ledgers.Read(
            new Book()
                .Sheet(
                    "S",
                    "<row><c t=\"inlineStr\"><is><t>地块编号</t></is></c><c t=\"inlineStr\"><is><t>面积（亩）</t></is></c><c t=\"inlineStr\"><is><t>使用权人</t></is></c></row>"
                        + "<row><c t=\"inlineStr\"><is><t>A</t></is></c><c><f>1+1</f></c><c t=\"inlineStr\"><is><t>甲</t></is></c></row>"
                        + "<row><c t=\"inlineStr\"><is><t>B</t></is></c><c s=\"0\"/><c t=\"inlineStr\"><is><t>乙</t></is></c></row>"
                )
                .Write(),
            "t.xlsx"
        );
        Assert.Equal(["甲", "乙"], rows.Select(row => row.Fact(PlotFields.Holder).Text));
        var issue = Assert.Single(issues);
        Assert.Equal("cell.no-value", issue.Code);
        Assert.Equal("第 2 行第 2 (B) 列的公式没有计算结果，按空白处理", issue.Sentence(Texts.Chinese));
    }

    [Fact]
    public void A_formula_gives_its_stored_result_and_one_without_is_warned_of()
    {
        var (rows, issues) = Read(
            new Book(),
            """<row r="2"><c r="A2" t="str"><f>"A"&amp;1</f><v>A1</v></c><c r="B2"><f>1+1</f><v>2</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>A2</t></is></c><c r="B3"><f>B2*2</f></c></row>"""
        );
        Assert.Equal(["A1", "A2"], rows.Select(row => row.Plot));
        Assert.Equal(2m, rows[0].Number(PlotFields.StatedMu));
        Assert.False(rows[1].Fact(PlotFields.StatedMu).IsKnown);
        Assert.Equal(
            (3, 2),
            issues.Where(x => x.Code == "cell.no-value").Select(x => (x.Line!.Value, x.Column!.Value)).Single()
        );
    }

    [Fact]
    public void Numbers_are_those_that_were_typed_in_and_flags_are_read()
    {
        // A workbook stores the double nearest to 12.3 with 17 digits.
        var (rows, _) = Read(
            new Book(),
            """<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c><c r="B2"><v>12.300000000000001</v></c><c r="D2" t="b"><v>1</v></c></row>"""
        );
        Assert.Equal(12.3m, rows[0].Number(PlotFields.StatedMu));
        Assert.True(rows[0].Fact(PlotFields.Begun).Flag);
    }

    [Fact]
    public void A_month_is_not_made_a_day()
    {
        var (rows, issues) = Read(
            new Book(),
            """<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c><c r="C2" s="3"><v>44260</v></c></row>"""
        );
        Assert.False(rows[0].Fact(PlotFields.AgreedStart).IsKnown);
        Assert.Contains(issues, issue => issue.Code == "date.incomplete" && issue.Value == "2021年3月");
    }

    [Fact]
    public void A_hidden_sheet_is_named_and_left_out()
    {
        var book = new Book()
            .Sheet("台账", Head + Book.Row(2, "A", "1"))
            .Sheet("底稿", Head + Book.Row(2, "B", "1"), state: " state=\"hidden\"");
        var (rows, issues) = Ledgers.Read(book.Write(), "t.xlsx");
        Assert.Equal("A", Assert.Single(rows).Plot);
        Assert.Equal("底稿", Assert.Single(issues, issue => issue.Code == "sheet.hidden").Value);
    }

    [Fact]
    public void An_amount_merged_over_several_plots_belongs_to_none_and_a_merged_name_to_all()
    {
        var book = new Book().Sheet(
            "s",
            Book.Row(1, "地块编号", "面积（亩）", "土地使用权人")
                + Book.Row(2, "A", "30", "甲公司")
                + Book.Row(3, "B")
                + Book.Row(4, "C", "5", "乙公司"),
            "<mergeCells><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"C2:C3\"/></mergeCells>"
        );
        var (rows, issues) = Ledgers.Read(book.Write(), "t.xlsx");
        Assert.Equal([null, null, 5m], rows.Select(row => row.Number(PlotFields.StatedMu)));
        Assert.Equal(["甲公司", "甲公司", "乙公司"], rows.Select(row => row.Fact(PlotFields.Holder).Text));
        Assert.Equal([2, 3], issues.Where(x => x.Code == "table.merged-amount").Select(x => x.Line!.Value));
    }

    [Fact]
    public void A_merged_group_over_a_serial_number_does_not_make_it_the_plot_number()
    {
        var book = new Book().Sheet(
            "s",
            Book.Row(1, "宗地", null, "约定", null, "闲置原因", null)
                + Book.Row(2, "序号", "编号", "开工日期", "竣工日期", "企业方面", "政府方面")
                + Book.Row(3, "1", "GX-7", "2021-03-05", "2023-03-05", "资金", "无"),
            "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"C1:D1\"/><mergeCell ref=\"E1:F1\"/></mergeCells>"
        );
        var (rows, issues) = Ledgers.Read(book.Write(), "t.xlsx");
        Assert.Equal(
            "plot=GX-7 agreed_start=2021-03-05 agreed_completion=2023-03-05",
            Ledgers.Told(Assert.Single(rows))
        );
        Assert.Equal("闲置原因/企业方面、闲置原因/政府方面", Assert.Single(issues).Arguments["titles"]);
    }

    [Theory]
    [InlineData("xl/workbook.bin", "XLSB")]
    [InlineData("word/document.xml", "DOCX")]
    [InlineData("other.txt", "ZIP")]
    public void Another_zip_says_what_it_is(string part, string looks)
    {
        var stream = new MemoryStream();
        using (
            var zip = new System.IO.Compression.ZipArchive(
                stream,
                System.IO.Compression.ZipArchiveMode.Create,
                leaveOpen: true
            )
        )
            zip.CreateEntry(part).Open().Dispose();
        stream.Position = 0;
        AssertRefused(stream, "t.xlsx", "file.format", looks);
    }

    [Fact]
    public void An_ods_is_named()
    {
        var stream = new MemoryStream();
        using (
            var zip = new System.IO.Compression.ZipArchive(
                stream,
                System.IO.Compression.ZipArchiveMode.Create,
                leaveOpen: true
            )
        )
        {
            using (var type = zip.CreateEntry("mimetype").Open())
                type.Write("application/vnd.oasis.opendocument.spreadsheet"u8);
            zip.CreateEntry("content.xml").Open().Dispose();
        }
        stream.Position = 0;
        AssertRefused(stream, "t.ods", "file.format", "ODS");
    }

    [Theory]
    [InlineData("EncryptedPackage", "file.encrypted")]
    [InlineData("Workbook", "file.format")]
    public void A_workbook_with_a_password_is_told_from_an_old_one(string entry, string code)
    {
        byte[] ole =
        [
            0xD0,
            0xCF,
            0x11,
            0xE0,
            0xA1,
            0xB1,
            0x1A,
            0xE1,
            .. new byte[504],
            .. Encoding.Unicode.GetBytes(entry),
            .. new byte[512],
        ];
        AssertRefused(new MemoryStream(ole), "t.xls", code, code == "file.format" ? "XLS (Excel 97-2003)" : null);
    }

    [Fact]
    public void Html_with_the_name_of_a_workbook_is_named() =>
        AssertRefused(
            new MemoryStream("<html><body><table><tr><td>地块编号</td></tr></table></body></html>"u8.ToArray()),
            "t.xls",
            "file.format",
            "HTML"
        );

    [Fact]
    public void A_swollen_part_is_refused_before_it_is_read()
    {
        // 65 MB of blanks pack into some 300 kB, once as rows and once among the styles.
        var blanks = new string(' ', 65 << 20);
        AssertRefused(new Book().Sheet("s", Head + blanks).Write(), "t.xlsx", "file.too-large", null);
        AssertRefused(
            new Book().Sheet("s", Head).Part("xl/styles.xml", blanks).Write(),
            "t.xlsx",
            "file.too-large",
            null
        );
    }

    [Fact]
    public void A_reference_beyond_the_last_column_takes_no_memory()
    {
        var (rows, _) = Read(
            new Book(),
            """<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c><c r="ZZZZZZ2"><v>1</v></c></row>"""
        );
        Assert.Equal("A", Assert.Single(rows).Plot);
    }

    private static ParsedRow Single(Book book, string rows) => Assert.Single(Read(book, rows).Rows);

    private static (List<ParsedRow> Rows, List<ImportIssue> Issues) Read(Book book, string rows) =>
        Ledgers.Read(book.Sheet("s", Head + rows).Write(), "t.xlsx");

    private static void AssertRefused(Stream stream, string name, string code, string? looks)
    {
        var (rows, issues) = Ledgers.Read(stream, name);
        Assert.Empty(rows);
        var issue = Assert.Single(issues);
        Assert.Equal((code, Severity.Refuse), (issue.Code, issue.Severity));
        if (looks is not null)
            Assert.Equal(looks, issue.Arguments["looks"]);
        Assert.DoesNotContain("{", issue.Sentence(Texts.Chinese), StringComparison.Ordinal);
    }
}

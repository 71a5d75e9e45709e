using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using LandLedger.Formats.Lists;
using LandLedger.Rules;
using LandLedger.Tests.Disposal;

namespace LandLedger.Formats.Tests.Lists;

/// <summary>Forms of other people, column by column as their page has them.</summary>
public sealed class FormTests
{
    private static readonly Plot Full = new()
    {
        County = "331102",
        Number = "LD-7",
        Name = "年产1万套阀门项目",
        Town = "南明山街道",
        Location = "绿谷大道8号",
        Holder = "丽水甲有限公司",
        ParcelCodes = ["331102001002GB00015", "331102001002GB00016"],
        StatedArea = Area.FromMu(33.33m),
        Measured = new(Area.FromSquareMetres(22_100), "EPSG:4528", Area.FromSquareMetres(22_099)),
        GrantedUse = new("工业用地", "061", LandUseSystem.Survey, UseGroup.Industrial),
        ActualUse = new("工业用地", "0601", LandUseSystem.Survey, UseGroup.Industrial),
        Premises = new()
        {
            Sector = "3443",
            FloorArea = Area.FromMu(49.995m),
            Footprint = Area.FromMu(16.665m),
            FixedInvestment = Money.FromWanYuan(9_999m),
        },
        Years = [new() { Year = 2025, Tax = Money.FromWanYuan(66.66m) }],
        Grant = new()
        {
            SupervisionNumber = "3311022020B00123",
            SupplyWay = "挂牌出让",
            TermYears = 50,
            Price = Money.FromYuan(12_345_678.9m),
            FloorAreaRatioMin = 1.2m,
            AgreedDelivery = new(2020, 6, 1),
            AgreedStart = new(2020, 12, 1),
            AgreedCompletion = new(2022, 12, 1),
            ApprovedBy = "丽水市人民政府",
            SignedOn = new(2020, 5, 8),
        },
        Progress = new() { BegunOn = new(2020, 11, 20) },
    };

    private static readonly Plot Bare = new() { Number = "LD-8" };

    /// <summary>The rows by the Open XML SDK: text, or the number as it stands; null for an empty cell.</summary>
    private static string?[][] Read(Action<Stream> write)
    {
        using var file = new MemoryStream();
        write(file);
        file.Position = 0;
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(
            new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(e => e.Description)
        );
        return
        [
            .. book.WorkbookPart!.WorksheetParts.Single()
                .Worksheet!.Descendants<Row>()
                .Select(row =>
                    row.Elements<Cell>().Select(cell => cell.InnerText.Length > 0 ? cell.InnerText : null).ToArray()
                ),
        ];
    }

    /// <summary>A workbook of a county: a heading, a row of placeholders, a merged line below it.</summary>
    private static MemoryStream Template(params string[] placeholders)
    {
        var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook))
        {
            var main = book.AddWorkbookPart();
            main.Workbook = new(
                new Sheets(
                    new Sheet
                    {
                        Name = "表",
                        SheetId = 1,
                        Id = "rId1",
                    }
                )
            );
            var sheet = main.AddNewPart<WorksheetPart>("rId1");
            sheet.Worksheet = new(
                new SheetData(
                    new Row(Said("A1", "某县低效用地")) { RowIndex = 1 },
                    new Row(placeholders.Select((text, i) => Said($"{(char)('A' + i)}2", text))) { RowIndex = 2 },
                    new Row(Said("A3", "填表人：")) { RowIndex = 3 }
                ),
                new MergeCells(new MergeCell { Reference = "A3:B3" })
            );
        }
        file.Position = 0;
        return file;
    }

    private static Cell Said(string place, string text) =>
        new(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text)))
        {
            CellReference = place,
            DataType = CellValues.InlineString,
        };

    [Fact]
    public void A_template_of_a_county_gets_a_row_a_plot_and_keeps_what_stands_around_it()
    {
        var (template, problem) = FormTemplate.Read(
            FormKind.Survey,
            Template("{{调查单元编号}}", "{{面积}}", "人：{{产权人}}", "{{是否低效}}")
        );
        Assert.Null(problem);
        Evaluation[] rows =
        [
            Of(Full, Category.LowEfficiency, PlotFlags.LowEfficiency, Outcome.Met),
            Of(Bare, Category.Undetermined, PlotFlags.None, Outcome.Undetermined),
        ];
        byte[]? first = null;
        var read = Read(file =>
        {
            PlotForm.Write(FormKind.Survey, file, rows, Sample.AsOf, [], template);
            first = ((MemoryStream)file).ToArray();
        });

        Assert.Equal((string?[])["某县低效用地"], read[0]);
        Assert.Equal((string?[])["LD-7", "33.15", "人：丽水甲有限公司", "是"], read[1]);
        Assert.Equal((string?[])["LD-8", null, "人：", null], read[2]);
        Assert.Equal((string?[])["填表人："], read[3]);
        using (var book = SpreadsheetDocument.Open(new MemoryStream(first!), isEditable: false))
        {
            var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet!;
            Assert.Equal("A4:B4", sheet.Descendants<MergeCell>().Single().Reference!.Value);
            Assert.Equal(
                ["A1", "A2", "A3", "A4"],
                sheet.Descendants<Row>().Select(row => row.Elements<Cell>().First().CellReference!.Value)
            );
        }
        var one = Read(file =>
            PlotForm.Write(FormKind.Survey, file, rows, Sample.AsOf, [Category.LowEfficiency], template)
        );
        Assert.Equal(["某县低效用地", "LD-7", "填表人："], one.Select(row => row[0]));
    }

    [Fact]
    public void What_is_no_template_is_refused_with_what_is_wrong()
    {
        Assert.Equal("placeholder:价格", Wrong(Template("{{调查单元编号}}", "{{价格}}")));
        Assert.Equal("one-row:0", Wrong(Template("调查单元编号")));
        Assert.Equal("not-xlsx:", Wrong(new("地块"u8.ToArray())));
        Assert.Equal("one-row:0", Wrong(Template("{{}}")));

        static string Wrong(MemoryStream file)
        {
            var (template, problem) = FormTemplate.Read(FormKind.Survey, file);
            Assert.Null(template);
            Assert.DoesNotContain('{', problem!.In(Texts.Chinese));
            Assert.DoesNotContain('{', problem.In(Texts.English));
            return $"{problem.Code}:{problem.Value}";
        }
    }

    private static string?[][] Survey(params Evaluation[] rows) =>
        Read(file => SurveyTable.Write(file, rows, Sample.AsOf, TestContext.Current.CancellationToken));

    private static string Serial(int year, int month, int day) =>
        (new DateOnly(year, month, day).DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(
            CultureInfo.InvariantCulture
        );

    [Fact]
    public void The_survey_table_has_its_39_columns_with_the_field_under_each()
    {
        var rows = Survey();
        // As rules of the survey number them.
        string[] titles =
            "调查单元编号 所在镇（街道） 所在调查区编号 包含宗地编号 面积 使用状况 历史遗留用地面积 是否纳入城中村改造项目 拟改造模式 工作进展 规划用途 是否低效 是否三地 是否拆后土地 产权人 土地证编号 土地登记时间 登记面积 使用权类型（登记） 登记用途 用地单位 批准文号 批准时间 批准面积 批准用途 使用权类型（审批） 现状土地使用人 用地发生时间 处罚文号 现状地类 权属性质 现状用途 产业类型 容积率 建筑密度 地均固定资产投资 地均入库税金 环境状况 基础设施配套".Split(
                ' '
            );
        string[] fields =
            "DCDYBH XZMC DCQBH ZDBH MJ SYZK QZLSYLYDMJ SFCZC GZMS GZJZ GHYT SFDX SFSD SFCHTD CQR BDCQZ DJSJ DJMJ SYQLX DJYT XZTDSYR PZWH PZSJ PZMJ PZYT SYQLX XZTDSYR YDSJ CFWH XZDL QSXZ XZYT CYLX RJL JZMD DJGDZCTZ DJRKSJ HJZK JCSSPTSP".Split(
                ' '
            );
        Assert.Equal(39, titles.Length);
        Assert.Equal(titles, rows[0]);
        Assert.Equal(titles, SurveyTable.Titles);
        Assert.Equal(fields, rows[1].Select(field => field!.Split('（')[0]));
        Assert.Equal(
            ["MJ（亩）", "QZLSYLYDMJ（亩）", "DJMJ（亩）", "PZMJ（亩）"],
            rows[1].Where(field => field!.Contains('亩') && !field.Contains('/'))
        );
    }

    [Fact]
    public void A_plot_fills_the_columns_that_it_knows_in_the_units_of_the_table()
    {
        var row = Survey(Of(Full, Category.LowEfficiency, PlotFlags.LowEfficiency, Outcome.Met))[2];
        var known = row.Select((value, i) => (Column: i + 1, value)).Where(cell => cell.value is not null);
        // 22,100 m² by 0.0015; 49.995, 16.665 mu, 9,999 and 66.66 ten thousands by the 33.33 mu stated.
        Assert.Equal(
            [
                (1, "LD-7"),
                (2, "南明山街道"),
                (4, "331102001002GB00015、331102001002GB00016"),
                (5, "33.15"),
                (12, "是"),
                (15, "丽水甲有限公司"),
                (25, "工业用地"),
                (26, "挂牌出让"),
                (30, "0601工业用地"),
                (31, "国有"),
                (32, "工业用地"),
                (33, "3443"),
                (34, "1.5"),
                (35, "0.5"),
                (36, "300"),
                (37, "2"),
            ],
            known
        );
    }

    [Fact]
    public void What_is_not_known_stays_empty_and_is_neither_no_nor_nought()
    {
        var row = Survey(Of(Bare, Category.Undetermined, PlotFlags.None, Outcome.Undetermined))[2];
        Assert.Equal((39, "LD-8"), (row.Length, row[0]));
        Assert.All(row[1..], cell => Assert.Null(cell));
    }

    [Theory]
    [InlineData(Category.InOrder, Outcome.NotMet, "否")]
    [InlineData(Category.Idle, Outcome.NotMet, "否")]
    [InlineData(Category.InOrder, Outcome.NotJudged, null)]
    [InlineData(Category.Idle, Outcome.Undetermined, null)]
    [InlineData(Category.NotSupplied, Outcome.NotMet, null)]
    public void Not_low_is_said_only_of_land_of_which_each_rule_was_judged(
        Category category,
        Outcome low,
        string? said
    ) => Assert.Equal(said, Survey(Of(Bare, category, PlotFlags.None, low))[2][11]);

    [Theory]
    [InlineData("331102001002JB00015", "集体")]
    [InlineData("331102001002ZB00015", null)]
    [InlineData("15", null)]
    public void Ownership_is_read_from_parcel_codes_that_tell_it(string code, string? said)
    {
        Assert.Equal(said, Owned(code));
        Assert.Null(Owned(code, "331102001002GB00016"));

        static string? Owned(params string[] codes) =>
            Survey(Of(Bare with { ParcelCodes = codes }, Category.InOrder, PlotFlags.None, Outcome.NotMet))[2][30];
    }

    [Fact]
    public void The_land_market_table_has_its_23_columns_with_hectares_ten_thousands_and_days()
    {
        var rows = Market(Full, Bare);
        string[] titles =
            "行政区 电子监管号 项目名称 项目位置 面积(公顷) 土地来源 土地用途 供地方式 土地使用年限 行业分类 土地级别 成交价格(万元) 分期支付约定 土地使用权人 约定容积率下限 约定容积率上限 约定交地时间 约定开工时间 约定竣工时间 实际开工时间 实际竣工时间 批准单位 合同签订日期".Split(
                ' '
            );
        Assert.Equal(23, titles.Length);
        Assert.Equal(titles, rows[0]);
        Assert.Equal(titles, LandMarketTable.Titles);
        string?[] known =
        [
            "331102",
            "3311022020B00123",
            "年产1万套阀门项目",
            "绿谷大道8号",
            "2.222",
            null,
            "工业用地",
            "挂牌出让",
            "50",
            "3443",
            null,
            "1234.56789",
            null,
            "丽水甲有限公司",
            "1.2",
            null,
            Serial(2020, 6, 1),
            Serial(2020, 12, 1),
            Serial(2022, 12, 1),
            Serial(2020, 11, 20),
            null,
            "丽水市人民政府",
            Serial(2020, 5, 8),
        ];
        Assert.Equal(known, rows[2]);
        Assert.All(rows[3], cell => Assert.Null(cell));
    }

    [Fact]
    public void The_same_plots_give_the_same_bytes()
    {
        Assert.Equal(Bytes(), Bytes());

        static byte[] Bytes()
        {
            using var file = new MemoryStream();
            LandMarketTable.Write(file, [Judged(Full)], Sample.AsOf, TestContext.Current.CancellationToken);
            return file.ToArray();
        }
    }

    private static string?[][] Market(params Plot[] plots) =>
        Read(file =>
            LandMarketTable.Write(file, plots.Select(Judged), Sample.AsOf, TestContext.Current.CancellationToken)
        );

    private static Evaluation Judged(Plot plot) => Of(plot, Category.InOrder, PlotFlags.None, Outcome.NotMet);

    /// <summary>By the two rules of the sample package, of which the second leads to low efficiency.</summary>
    private static Evaluation Of(Plot plot, Category category, PlotFlags flags, Outcome low) =>
        new()
        {
            Plot = plot,
            AsOf = Sample.AsOf,
            Rules = Sample.Rules,
            Category = category,
            Flags = flags,
            Findings =
            [
                new("idle.not-started", Outcome.NotMet, Sample.Article2, []),
                new("low.tax-per-mu", low, Sample.Article2, []),
            ],
            Measures = [],
        };
}

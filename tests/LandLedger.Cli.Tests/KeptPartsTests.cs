using LandLedger.Formats.Tests.Tables;

namespace LandLedger.Cli.Tests;

/// <summary>Supplements and delays that a file of the same name listed before and lists no more: they stay, and are told.</summary>
public sealed class KeptPartsTests : IDisposable
{
    private const string Supplements = "地块编号,补充协议签订日期,补充协议约定动工日期,补充协议原因\n";
    private const string Delays = "地块编号,延误原因,延误开始日期,延误结束日期,延误是否认定\n";
    private const string KeptSupplement =
        "警告 补充.csv 地块 A-1 [supplement.kept] 先前导入的 补充.csv 列有补充协议“2024年5月1日: 约定动工日期 2026年8月1日, 补充协议原因 缓建”，本次没有列出：仍保留";

    private readonly Scratch _scratch = new();
    private readonly string _store;

    public KeptPartsTests()
    {
        _store = _scratch["park.gpkg"];
        Import(("台账.csv", "地块编号,面积（亩）,约定动工日期\nA-1,30,2024-01-01\nA-2,20,2024-01-01\n"));
    }

    [Fact]
    public void A_supplement_that_moved_to_another_plot_is_named_at_the_one_where_it_stays()
    {
        Import(("补充.csv", Supplements + "A-1,2024-05-01,2026-08-01,缓建\n"));
        var corrected = Import(("补充.csv", Supplements + "A-2,2024-05-01,2026-08-01,缓建\n"));
        Assert.Contains(KeptSupplement, corrected, StringComparison.Ordinal);
        Assert.DoesNotContain("地块 A-2 [supplement", corrected, StringComparison.Ordinal);
        // Until it is taken back, as the fix says.
        var taken = Import(("补充.csv", Supplements + "A-2,2024-05-01,2026-08-01,缓建\nA-1,2024-05-01,撤销,撤销\n"));
        Assert.DoesNotContain(".kept]", taken, StringComparison.Ordinal);
        Assert.DoesNotContain(
            ".kept]",
            Import(("补充.csv", Supplements + "A-2,2024-05-01,2026-08-01,缓建\n")),
            StringComparison.Ordinal
        );
    }

    /// <summary>More plots than are looked up at once.</summary>
    [Fact]
    public void Of_many_plots_each_is_named_whose_supplement_its_file_no_longer_lists()
    {
        var numbers = Enumerable.Range(1, 300).Select(i => $"M-{i:000}").ToList();
        Import(("多.csv", "地块编号,面积（亩）\n" + string.Concat(numbers.Select(number => number + ",10\n"))));
        Import(
            (
                "补充.csv",
                Supplements + string.Concat(numbers.Select(number => number + ",2024-05-01,2026-08-01,缓建\n"))
            )
        );

        // The register never told any.
        Assert.DoesNotContain(
            ".kept]",
            Import(("多.csv", "地块编号,面积（亩）\n" + string.Concat(numbers.Select(number => number + ",10\n")))),
            StringComparison.Ordinal
        );
        string[] left = ["M-001", "M-007", "M-299"];
        var told = Import(
            (
                "补充.csv",
                Supplements
                    + string.Concat(numbers.Except(left).Select(number => number + ",2024-05-01,2026-08-01,缓建\n"))
            )
        );
        foreach (var number in left)
            Assert.Contains($"地块 {number} [supplement.kept]", told, StringComparison.Ordinal);
        Assert.Equal(left.Length, told.Split("[supplement.kept]").Length - 1);
    }

    [Fact]
    public void A_delay_is_named_until_its_file_lists_it_again_and_not_for_a_file_that_never_did()
    {
        Import(("延误.csv", Delays + "A-1,政府原因,2024-02-01,2024-08-01,是\nA-2,群众信访,2024-03-01,,\n"));
        var without = Import(("延误.csv", Delays + "A-2,群众信访,2024-03-01,,\n"));
        Assert.Contains("警告 延误.csv 地块 A-1 [delay.kept]", without, StringComparison.Ordinal);
        Assert.DoesNotContain(
            ".kept]",
            Import(("延误.csv", Delays + "A-2,群众信访,2024-03-01,,\nA-1,政府原因,2024-02-01,2024-08-01,是\n")),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            ".kept]",
            Import(("补充.csv", Delays + "A-2,群众信访,2024-03-01,,\n")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_files_of_one_import_that_each_stated_their_own_are_each_held_to_that()
    {
        Import(
            ("延误一.csv", Delays + "A-1,群众信访,2024-01-01,2024-02-01,\n"),
            ("延误二.csv", Delays + "A-1,政府原因,2024-05-01,2024-06-01,是\n")
        );
        var again = Import(("延误一.csv", Delays + "A-2,群众信访,2024-01-01,2024-02-01,\n"));
        Assert.Contains(
            "延误一.csv 地块 A-1 [delay.kept] 先前导入的 延误一.csv 列有延误“群众信访 2024年1月1日",
            again,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("2024年5月1日", again, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corrected_day_of_signing_is_named_as_a_second_supplement_of_the_same_agreement()
    {
        Import(("补充.csv", Supplements + "A-1,2024-05-01,2026-08-01,缓建\n"));
        var corrected = Import(("补充.csv", Supplements + "A-1,2024-05-11,2026-08-01,缓建\n"));
        Assert.Contains("地块 A-1 [supplement.overlap]", corrected, StringComparison.Ordinal);
        Assert.Contains("签订日期不同，两份都保留", corrected, StringComparison.Ordinal);
        Assert.Contains(
            "[supplement.overlap]",
            CommandRun.Of("check", "--store", _store).Expect(0).Out,
            StringComparison.Ordinal
        );
        // Another agreement is no correction.
        Assert.DoesNotContain(
            "[supplement.overlap]",
            Import(("再补充.csv", Supplements + "A-2,2024-05-01,2026-08-01,缓建\nA-2,2024-05-11,2026-09-01,缓建\n")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_a_sheet_of_a_workbook_lists_no_more_is_named_as_of_a_file_of_its_own()
    {
        ImportBook("A-1,2024-05-01,2026-08-01,缓建", "A-1,群众信访,2024-08-01,2024-10-31,是");

        var told = ImportBook("A-2,2025-05-01,2026-08-01,缓建", "A-2,群众信访,2024-08-01,2024-10-31,是");

        Assert.Contains("补延.xlsx 地块 A-1 [supplement.kept]", told, StringComparison.Ordinal);
        Assert.Contains("补延.xlsx 地块 A-1 [delay.kept]", told, StringComparison.Ordinal);
        Assert.DoesNotContain("地块 A-2 [", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plot_that_follows_another_is_told_what_that_had_and_it_has_not()
    {
        const string titles = "地块编号,WKT,约定动工日期\n";
        const string land = "\"POLYGON((119 28,119.001 28,119.001 28.001,119 28.001,119 28))\"";
        Import(
            ("图.csv", titles + $"P-1,{land},2024-01-01\nX,,2024-01-01\n"),
            ("补充.csv", Supplements + "P-1,2024-05-01,2026-08-01,缓建\n")
        );
        Import(("延误.csv", Delays + "P-1,群众信访,2024-08-01,2024-10-31,是\n"));

        var told = Import(
            ("图.csv", titles + $"Q-1,{land},2024-01-01\nX,,2024-01-01\n"),
            ("补充.csv", Supplements + "Q-1,2024-05-01,2026-08-01,缓建\n")
        );

        Assert.Contains(
            "警告 图.csv 第 2 行 地块 Q-1 [plot.follows-without] 所承接的地块 P-1 有补充协议 0 份、延误 1 项、抵押 0 笔，本地块没有",
            told,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void History_calls_supplements_and_delays_by_their_fields_and_words()
    {
        Import(
            ("补充.csv", Supplements + "A-1,2025-03-01,2025-12-31,规划\n"),
            ("延误.csv", Delays + "A-1,群众信访,2024-08-01,2024-10-31,是\n")
        );
        var told = CommandRun.Of("history", "A-1", "--store", _store).Expect(0).Out;
        Assert.Contains(
            "补充协议：补充协议约定动工日期 2025年12月31日, 补充协议原因 规划, 补充协议签订日期 2025年3月1日",
            told,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "延误：延误是否认定 是, 延误开始日期 2024年8月1日, 延误原因 群众信访, 延误结束日期 2024年10月31日",
            told,
            StringComparison.Ordinal
        );
    }

    public void Dispose() => _scratch.Dispose();

    private string ImportBook(string supplement, string delay)
    {
        using (var file = File.Create(_scratch["补延.xlsx"]))
        {
            using var book = new Book()
                .Sheet("补充", Rows(Supplements, supplement))
                .Sheet("延误", Rows(Delays, delay))
                .Write();
            book.CopyTo(file);
        }
        return CommandRun.Of("import", _scratch["补延.xlsx"], "--store", _store, "--on", "2026-11-30").Expect(0).Out;

        static string Rows(params string[] lines) =>
            string.Concat(lines.Select(line => $"<row>{string.Concat(line.Trim().Split(',').Select(Cell))}</row>"));

        static string Cell(string text) => $"""<c t="inlineStr"><is><t>{text}</t></is></c>""";
    }

    private string Import(params (string Name, string Text)[] files) =>
        CommandRun
            .Of([
                "import",
                .. files.Select(file => _scratch.Write(file.Name, file.Text)),
                "--store",
                _store,
                "--crs",
                "EPSG:4490",
                "--on",
                "2026-11-30",
            ])
            .Expect(0)
            .Out;
}

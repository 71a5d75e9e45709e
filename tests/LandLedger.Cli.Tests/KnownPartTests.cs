using LandLedger.GeoPackage;
using LandLedger.Import;

namespace LandLedger.Cli.Tests;

/// <summary>Rows of a supplement or delay that the store has already: what they leave blank stays, and what they correct is named.</summary>
public sealed class KnownPartTests : IDisposable
{
    private const string Plots = "地块编号,面积（亩）,约定动工日期,是否动工\nA-1,30,2022-01-01,否\n";
    private const string Delays = "地块编号,延误原因,延误开始日期,延误结束日期,延误是否认定,延误证据\n";
    private const string Supplements =
        "地块编号,补充协议签订日期,补充协议约定动工日期,补充协议约定竣工日期,补充协议原因\n";

    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData(Delays + "A-1,群众信访,2024-05-01,2025-06-30,,\n")]
    [InlineData("地块编号,延误原因,延误开始日期,延误结束日期\nA-1,群众信访,2024-05-01,2025-06-30\n")]
    public void The_end_of_a_known_delay_is_added_and_nothing_else_changes(string table)
    {
        Import(Plots);
        Import(Delays + "A-1,群众信访,2024-05-01,,是,信访登记\nA-1,规划调整,2023-01-01,2023-06-30,是,批复\n");
        var told = Import(table).Out;
        Assert.Contains(
            "变更 A-1：延误 群众信访 2024年5月1日: 延误结束日期 未记录 → 群众信访 2024年5月1日: 延误结束日期 2025年6月30日\n",
            told,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                new()
                {
                    Kind = DelayKind.PlanChange,
                    From = new(2023, 1, 1),
                    To = new(2023, 6, 30),
                    Established = true,
                    Evidence = "批复",
                },
                new Delay
                {
                    Kind = DelayKind.Petition,
                    From = new(2024, 5, 1),
                    To = new(2025, 6, 30),
                    Established = true,
                    Evidence = "信访登记",
                },
            ],
            Plot().Delays
        );
        Assert.Contains("未变 1 宗", Import(table).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Supplements + "A-1,2024-02-15,2025-03-01,,\n")]
    [InlineData("地块编号,补充协议签订日期,补充协议约定动工日期\nA-1,2024-02-15,2025-03-01\n")]
    public void The_start_of_a_known_supplement_is_changed_and_nothing_else(string table)
    {
        Import(Plots);
        Import(Supplements + "A-1,2024-02-15,2025-06-01,2028-01-01,规划\n");
        Assert.Contains(
            "变更 A-1：补充协议 2024年2月15日: 约定动工日期 2025年6月1日 → 2024年2月15日: 约定动工日期 2025年3月1日\n",
            Import(table).Out,
            StringComparison.Ordinal
        );
        var kept = Assert.Single(Plot().Grant.Supplements);
        Assert.Equal(
            (new DateOnly(2025, 3, 1), new DateOnly(2028, 1, 1), "规划"),
            (kept.AgreedStart, kept.AgreedCompletion, kept.Reason)
        );
    }

    [Fact]
    public void A_supplement_whose_day_of_signing_becomes_known_keeps_what_the_row_leaves_blank()
    {
        Import(Plots);
        Import(Supplements + "A-1,,2025-06-01,2028-01-01,规划\n");
        Import(Supplements + "A-1,2024-02-15,2025-06-01,,\n");
        var kept = Assert.Single(Plot().Grant.Supplements);
        Assert.Equal(
            (new DateOnly(2024, 2, 15), new DateOnly(2028, 1, 1), "规划"),
            (kept.SignedOn, kept.AgreedCompletion, kept.Reason)
        );
    }

    [Fact]
    public void Two_rows_of_a_delay_that_complete_each_other_do_not_contradict_each_other()
    {
        Import(Plots);
        Import(Delays + "A-1,群众信访,2024-05-01,,,旧证据\n");
        Import(Delays + "A-1,群众信访,2024-05-01,2025-06-30,,\nA-1,群众信访,2024-05-01,,是,新证据\n");
        var delay = Assert.Single(Plot().Delays);
        Assert.Equal((new DateOnly(2025, 6, 30), true, "新证据"), (delay.To, delay.Established, delay.Evidence));
    }

    [Fact]
    public void Of_ends_that_were_contested_a_blank_one_takes_neither()
    {
        Import(Plots);
        const string contested =
            Delays + "A-1,群众信访,2024-05-01,2024-08-31,是,登记\nA-1,群众信访,2024-05-01,2024-09-30,是,登记\n";
        Import(contested, "--keep-good");
        Import(Delays + "A-1,群众信访,2024-05-01,,是,\n");
        var delay = Assert.Single(Plot().Delays);
        Assert.Equal((null, true, "登记"), (delay.To, delay.Established, delay.Evidence));
    }

    [Theory]
    [InlineData("规划调整,2024-06-05,2024-11-30", true)]
    [InlineData("规划调整,2024-11-30,", true)]
    [InlineData("规划调整,2024-12-01,2025-01-31", false)]
    [InlineData("规划调整,2024-01-01,2024-05-31", false)]
    [InlineData("群众信访,2024-06-01,2024-11-30", true)]
    [InlineData("群众信访,2024-06-01,", true)]
    [InlineData("群众信访,2024-06-01,2024-10-31", false)]
    [InlineData("群众信访,2024-07-01,2024-11-30", false)]
    [InlineData(",2024-07-01,2024-11-30", true)]
    public void A_delay_that_may_be_a_known_one_corrected_is_named_beside_it(string added, bool named)
    {
        Import(Plots);
        Import(Delays + "A-1,规划调整,2024-06-01,2024-11-30,是,批复\n");
        var run = Import(Delays + $"A-1,{added},是,批复\n");
        Assert.Equal(2, Plot().Delays.Count);
        Assert.Equal(named, run.Out.Contains("[delay.overlap]", StringComparison.Ordinal));
        var check = CommandRun.Of("check", "--store", _scratch["park.gpkg"]).Expect(0).Out;
        Assert.Equal(named, check.Contains("[delay.overlap]", StringComparison.Ordinal));
    }

    [Fact]
    public void The_wrong_one_of_two_delays_is_denied_by_its_kind_and_beginning()
    {
        Import(Plots);
        Import(Delays + "A-1,规划调整,2024-06-01,2024-11-30,是,批复\n");
        var told = Import(Delays + "A-1,规划调整,2024-06-05,2024-11-30,是,批复\n").Out;
        Assert.Contains(
            "第 2 行“延误开始日期”列 地块 A-1 [delay.overlap] 延误“规划调整 2024年6月5日/2024年11月30日 延误是否认定 是, 延误证据 批复”"
                + "与该地块的延误“规划调整 2024年6月1日/2024年11月30日 延误是否认定 是, 延误证据 批复”重叠，两条都有效",
            told,
            StringComparison.Ordinal
        );
        Assert.Contains("按原来的延误原因和开始日期再填一行，其余各列写“撤销”", told, StringComparison.Ordinal);

        Import("地块编号,延误原因,延误开始日期,延误是否认定\nA-1,规划调整,2024-06-01,否\n");
        Assert.Equal(
            [(1, false), (5, true)],
            Plot().Delays.Select(delay => (delay.From!.Value.Day, delay.Established!.Value))
        );
        Assert.DoesNotContain(
            "[delay.overlap]",
            CommandRun.Of("check", "--store", _scratch["park.gpkg"]).Expect(0).Out,
            StringComparison.Ordinal
        );
    }

    public void Dispose() => _scratch.Dispose();

    private Plot Plot()
    {
        using var store = GeoPackageStore.Open(_scratch["park.gpkg"], StoreMode.Read);
        return Assert.Single(store.Find("A-1"));
    }

    /// <summary>Each table is a source of its own, so that none ends what another lists.</summary>
    private CommandRun Import(string text, params string[] options)
    {
        var name = text.Contains("面积", StringComparison.Ordinal) ? "台账.csv" : "附表.csv";
        return CommandRun
            .Of(["import", _scratch.Write(name, text), "--store", _scratch["park.gpkg"], .. options])
            .Expect(0);
    }
}

using System.Text;

namespace LandLedger.Cli.Tests;

/// <summary>The built program itself, as a user starts it: what it adds to the commands is its console and its exit code.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void Answers_go_out_as_UTF8_without_mark_and_messages_to_the_other_stream()
    {
        var store = _scratch["park.gpkg"];
        var ledger = _scratch.Write("台账.csv", "地块编号,面积（亩）,约定动工日期,是否动工\nA-1,30,2024-01-01,否\n");
        var import = CommandRun.With([], "import", ledger, "--store", store).Expect(0);
        Assert.StartsWith("新建台账", import.Out, StringComparison.Ordinal);
        var csv = Encoding.UTF8.GetBytes(
            CommandRun.With([], "acreage", "--store", store, "--as-of", "2026-06-30", "--format", "json").Expect(0).Out
        );
        Assert.Equal((byte)'{', csv[0]);
        Assert.Equal(
            CommandRun.Of("check", "--store", store).Out,
            CommandRun.With([], "check", "--store", store).Expect(0).Out
        );
    }

    [Fact]
    public void Refused_input_wrong_usage_and_trouble_with_the_store_have_their_exit_codes()
    {
        var bad = _scratch.Write("台账.csv", "地块编号,面积（亩）\nA-1,202300000000\n");
        CommandRun.With([], "import", bad, "--store", _scratch["park.gpkg"]).Expect(1);
        Assert.NotEmpty(CommandRun.With([], "evaluate").Expect(2).Error);
        var none = CommandRun.With([], "check", "--store", _scratch["none.gpkg"]).Expect(3);
        Assert.Contains("none.gpkg", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_chooses_the_language() =>
        Assert.Contains(
            "Usage: landledger",
            CommandRun.With([("LANDLEDGER_LANG", "en")], "--help").Expect(0).Out,
            StringComparison.Ordinal
        );

    public void Dispose() => _scratch.Dispose();
}

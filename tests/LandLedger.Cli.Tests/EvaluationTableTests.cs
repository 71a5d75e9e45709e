using System.Globalization;
using System.Text;

namespace LandLedger.Cli.Tests;

/// <summary>The table of a large park: sums of all plots, and those plots that must be acted on first.</summary>
public sealed class EvaluationTableTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void Of_many_plots_the_first_300_in_order_of_the_list_are_shown_and_the_rest_is_counted()
    {
        // 310 in the reserve, 5 approved and not yet supplied, which stand before them in the list. Numbers fall while plots come in.
        var ledger = new StringBuilder("地块编号,供应状态,面积（亩）\n");
        for (var i = 315; i >= 1; i--)
            ledger.Append(CultureInfo.InvariantCulture, $"P-{i:000},{(i % 63 == 0 ? "批而未供" : "政府储备")},10.5\n");
        var store = _scratch["many.gpkg"];
        CommandRun.Of("import", _scratch.Write("台账.csv", ledger.ToString()), "--store", store).Expect(0);

        var lines = CommandRun.Of("evaluate", "--store", store, "--as-of", "2026-06-30").Expect(0).Out.Split('\n');

        var plots = lines.Select(line => line.Trim().Split(' ')[0]).Where(IsPlot).ToList();
        var approved = new[] { "P-063", "P-126", "P-189", "P-252", "P-315" };
        var reserve = Enumerable.Range(1, 314).Select(i => $"P-{i:000}").Except(approved);
        Assert.Equal(approved.Concat(reserve).Take(300), plots);
        Assert.Contains(lines, line => line.StartsWith("另有 15 宗未列出", StringComparison.Ordinal));
        // 315 × 10.5 mu.
        Assert.Contains(lines, line => line.Contains("合计", StringComparison.Ordinal) && line.Contains("3307.50"));
    }

    public void Dispose() => _scratch.Dispose();

    private static bool IsPlot(string text) => text.StartsWith("P-", StringComparison.Ordinal);
}

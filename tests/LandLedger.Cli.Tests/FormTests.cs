using System.IO.Compression;

namespace LandLedger.Cli.Tests;

/// <summary>Forms of other offices by the command line.</summary>
public sealed class FormTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void Both_forms_are_written_of_the_plots_of_the_store_and_what_is_wrong_is_told()
    {
        var store = _scratch["park.gpkg"];
        var ledger = _scratch.Write("台账.csv", "地块编号,行政区代码,面积（亩）,使用权人\nA-1,331102,30,甲公司\n");
        CommandRun.Of("import", ledger, "--store", store, "--on", "2026-01-31").Expect(0);

        var survey = Sheet("survey", "survey.xlsx");
        Assert.Contains("DCDYBH", survey, StringComparison.Ordinal);
        Assert.Contains("甲公司", survey, StringComparison.Ordinal);
        Assert.Contains("电子监管号", Sheet("land-market", "market.xlsx"), StringComparison.Ordinal);
        Assert.Contains(
            "没有表 list；可用 survey, land-market",
            Run("list", "x.xlsx").Expect(2).Error,
            StringComparison.Ordinal
        );
        var own = _scratch["survey.xlsx"];
        Assert.Contains(
            "应有且只有一行写有占位",
            Run("survey", "y.xlsx", "--template", own).Expect(2).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Usage: landledger form KIND --store",
            CommandRun.Of("form", "--help", "--lang", "en").Expect(0).Out,
            StringComparison.Ordinal
        );

        CommandRun Run(string kind, string name, params string[] more) =>
            CommandRun.Of(["form", kind, "--store", store, "--as-of", "2026-06-30", "-o", _scratch[name], .. more]);

        string Sheet(string kind, string name)
        {
            Run(kind, name).Expect(0);
            using var zip = ZipFile.OpenRead(_scratch[name]);
            using var part = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
            return part.ReadToEnd();
        }
    }

    public void Dispose() => _scratch.Dispose();
}

using System.Text;
using System.Text.Json;
using LandLedger.Formats.Json;
using LandLedger.Import;
using LandLedger.Import.Firms;

namespace LandLedger.Formats.Tests.Json;

public sealed class ImportReportJsonTests
{
    [Fact]
    public async Task Counts_changes_and_issues_are_written_with_sentences_in_both_languages()
    {
        var report = new ImportReport
        {
            Outcome = ImportOutcome.DoneInPart,
            Files = ["台账.xlsx"],
            On = new(2026, 6, 30),
            Added = 3,
            Changed = 1,
            Refused = 1,
            Changes = [new("XG-1", ChangeKind.Changed, "台账.xlsx", 7, [new("holder", "", "甲公司")])],
            FirmsChanged = 1,
            FirmsSame = 2,
            FirmChanges =
            [
                new("甲公司", null, ChangeKind.Changed, "企业.csv", 2, [new("tax", 2025, null, "", "1000000")]),
            ],
            Issues =
            [
                new()
                {
                    Code = "file.empty",
                    Severity = Severity.Refuse,
                    File = "空.txt",
                },
                new()
                {
                    Code = "no.such",
                    Severity = Severity.Warn,
                    File = "a.csv",
                    Line = 4,
                    Column = 2,
                    Value = "2023-13-45",
                },
            ],
        };
        using var output = new MemoryStream();
        await ImportReportJson.WriteAsync(output, report, TestContext.Current.CancellationToken);

        using var document = JsonDocument.Parse(output.ToArray());
        var json = document.RootElement;
        Assert.Contains("台账.xlsx", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
        Assert.Equal("done-in-part", json.GetProperty("outcome").GetString());
        Assert.Equal("2026-06-30", json.GetProperty("on").GetString());
        Assert.Equal((3, 1, 0), (Count("added"), Count("refused"), Count("same")));
        var change = json.GetProperty("changes")[0];
        Assert.Equal(("changed", 7), (change.GetProperty("kind").GetString(), change.GetProperty("line").GetInt32()));
        Assert.Equal(JsonValueKind.Null, change.GetProperty("facts")[0].GetProperty("old").ValueKind);
        Assert.Equal("甲公司", change.GetProperty("facts")[0].GetProperty("new").GetString());
        Assert.Equal((3, 0, 1, 2), (Count("firms"), Count("firmsAdded"), Count("firmsChanged"), Count("firmsSame")));
        Assert.Equal(
            ("甲公司", 2025, "1000000"),
            (
                json.GetProperty("firmChanges")[0].GetProperty("firm").GetString(),
                json.GetProperty("firmChanges")[0].GetProperty("facts")[0].GetProperty("year").GetInt32(),
                json.GetProperty("firmChanges")[0].GetProperty("facts")[0].GetProperty("new").GetString()
            )
        );
        var issue = json.GetProperty("issues")[0];
        Assert.Equal("refuse", issue.GetProperty("severity").GetString());
        Assert.Equal(Texts.Chinese["issue.file.empty"], issue.GetProperty("text").GetProperty("zh").GetString());
        Assert.Equal(Texts.English["issue.file.empty.fix"], issue.GetProperty("fix").GetProperty("en").GetString());
        var foreign = json.GetProperty("issues")[1];
        Assert.Equal("no.such", foreign.GetProperty("text").GetProperty("zh").GetString());
        Assert.Equal(JsonValueKind.Null, foreign.GetProperty("fix").ValueKind);
        Assert.Equal((4, 2), (foreign.GetProperty("line").GetInt32(), foreign.GetProperty("column").GetInt32()));

        int Count(string name) => json.GetProperty(name).GetInt32();
    }
}

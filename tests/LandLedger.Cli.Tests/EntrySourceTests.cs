using System.Text.Json.Nodes;

namespace LandLedger.Cli.Tests;

/// <summary>Each entry of the ledger tells what its own file and row say, however many of one import tell of a plot.</summary>
public sealed class EntrySourceTests : IDisposable
{
    private const string Delays = "地块编号,延误原因,延误开始日期,延误结束日期,延误是否认定\n";

    private readonly Scratch _scratch = new();
    private readonly string _store;

    public EntrySourceTests() => _store = _scratch["park.gpkg"];

    [Fact]
    public void A_new_plot_is_told_by_each_row_in_what_that_row_says()
    {
        Import(
            ("甲表.csv", "地块编号,面积（亩）,使用权人\nA-1,31,甲\nA-1,,\nA-2,20,乙\n"),
            ("乙表.csv", "地块编号,面积（亩）,坐落\nA-1,30,沿江路\n"),
            ("延误.csv", Delays + "A-1,群众信访,2024-01-01,2024-02-01,\nA-1,政府原因,2024-05-01,2024-06-01,是\n")
        );
        Assert.Equal(
            [
                """added 甲表.csv 2 {"holder":"甲","plot":"A-1","stated_mu":31}""",
                """changed 乙表.csv 2 {"location":"沿江路","stated_mu":30}""",
                """changed 延误.csv 2 {"delays":["2024-01-01"]}""",
                """changed 延误.csv 3 {"delays":["2024-01-01","2024-05-01"]}""",
            ],
            Told("A-1", 0)
        );
        Assert.Equal(["""added 甲表.csv 4 {"holder":"乙","plot":"A-2","stated_mu":20}"""], Told("A-2", 0));
        CommandRun.Of("verify", "--store", _store).Expect(0);
    }

    [Fact]
    public void A_plot_that_is_given_its_county_by_a_later_file_is_told_under_it()
    {
        Import(
            ("甲表.csv", "地块编号,面积（亩）\nA-1,31\n"),
            ("乙表.csv", "地块编号,行政区代码,坐落\nA-1,331102,沿江路\n")
        );
        Assert.Equal(
            ["added 甲表.csv 2 31", "changed 乙表.csv 2 "],
            Entries().Where(IsOf("plots/331102/A-1")).Select(entry => $"{Place(entry)} {entry["says"]!["stated_mu"]}")
        );
        CommandRun.Of("verify", "--store", _store).Expect(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Delays_that_several_rows_add_to_a_known_plot_are_told_one_after_the_other(bool severalFiles)
    {
        Import(("台账.csv", "地块编号,面积（亩）\nA-1,31\n"));
        const string First = "A-1,群众信访,2024-01-01,2024-02-01,\n";
        const string Second = "A-1,政府原因,2024-05-01,2024-06-01,是\n";
        if (severalFiles)
            Import(("延误一.csv", Delays + First), ("延误二.csv", Delays + Second));
        else
            Import(("延误.csv", Delays + First + Second));
        Assert.Equal(
            severalFiles
                ?
                [
                    """changed 延误一.csv 2 {"delays":["2024-01-01"]}""",
                    """changed 延误二.csv 2 {"delays":["2024-01-01","2024-05-01"]}""",
                ]
                :
                [
                    """changed 延误.csv 2 {"delays":["2024-01-01"]}""",
                    """changed 延误.csv 3 {"delays":["2024-01-01","2024-05-01"]}""",
                ],
            Told("A-1", 1)
        );
        CommandRun.Of("verify", "--store", _store).Expect(0);
    }

    public void Dispose() => _scratch.Dispose();

    private void Import(params (string Name, string Text)[] files) =>
        CommandRun
            .Of([
                "import",
                .. files.Select(file => _scratch.Write(file.Name, file.Text)),
                "--store",
                _store,
                "--keep-good",
            ])
            .Expect(0);

    /// <summary>Entries of a plot without its county, after so many of them: delays by their first days.</summary>
    private IEnumerable<string> Told(string plot, int after) =>
        Entries()
            .Where(IsOf("plots//" + plot))
            .Skip(after)
            .Select(entry =>
            {
                var says = entry["says"]!.AsObject();
                if (says["delays"] is JsonArray delays)
                    says["delays"] = new JsonArray([.. delays.Select(delay => delay!["from"]!.DeepClone())]);
                return $"{Place(entry)} {says.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })}";
            });

    private IEnumerable<JsonNode> Entries() =>
        CommandRun
            .Of("ledger", "--store", _store)
            .Expect(0)
            .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!);

    private static Func<JsonNode, bool> IsOf(string subject) => entry => (string)entry["about"]! == subject;

    private static string Place(JsonNode entry) => $"{entry["kind"]} {entry["from"]!["file"]} {entry["from"]!["line"]}";
}

using System.IO.Compression;
using System.Text.Json.Nodes;
using LandLedger.PostGis.Cluster;

namespace LandLedger.Cli.Tests;

/// <summary>Cases by the command line, in both stores.</summary>
public sealed class CaseTests : IDisposable
{
    private const string Titles = "地块编号,行政区代码,面积（亩）,使用权人,坐落,约定动工时间,是否动工,成交价（万元）\n";
    private const string Office =
        """{"authority":"青垅县自然资源局","contact":"王办","phone":"0597-1","address":"县前街 1 号"}""";

    private readonly Scratch _scratch = new();

    public static TheoryData<bool> Stores => SupervisionNumberTests.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_case_runs_from_suspicion_to_what_is_late_and_the_store_stays_what_its_ledger_says(bool database)
    {
        var store = Filled(database);
        var opened = Suspect(store, "A-1").Expect(0).Out;
        Assert.Contains(
            "案件 2026-0001（331102:A-1）：已办理“发现涉嫌闲置”，现为“涉嫌闲置”",
            opened,
            StringComparison.Ordinal
        );
        Assert.Contains("截止 2026-04-01", opened, StringComparison.Ordinal);

        var refused = Step(store, "serve", "2026-03-10", "service-way=直接送达").Expect(1).Error;
        Assert.Contains("案件状态为“涉嫌闲置”，不能办理“送达调查通知书”", refused, StringComparison.Ordinal);
        Assert.Contains("发出闲置土地调查通知书 (notify)", refused, StringComparison.Ordinal);

        Notify(store).Expect(0);
        Step(store, "serve", "2026-03-23", "service-way=直接送达").Expect(0);
        var due = CommandRun.Of("case", "due", "--on", "2026-04-22", "--overdue", "--store", store).Expect(0);
        Assert.Equal("没有到期或逾期事项\n", due.Out);
        var late = Json("case", "due", "--on", "2026-04-23", "--overdue", "--store", store, "--format", "json");
        Assert.Equal(
            ("2026-0001", "answer", "2026-04-22", 1),
            (
                (string?)late[0]!["number"],
                (string?)late[0]!["clock"],
                (string?)late[0]!["due"],
                (int)late[0]!["daysOver"]!
            )
        );

        var shown = CommandRun.Of("case", "show", "2026-0001", "--store", store, "--lang", "en").Expect(0).Out;
        Assert.Contains("state: waiting for the holder", shown, StringComparison.Ordinal);
        Assert.Contains("paper: ", shown, StringComparison.Ordinal);
        Assert.Equal(
            ["2026-0001"],
            Json("case", "list", "--open", "--overdue-on", "2026-04-23", "--store", store, "--format", "json")
                .AsArray()
                .Select(one => (string?)one!["number"])
        );
        var allowed = CommandRun
            .Of("case", "allowed", "2026-0001", "--on", "2026-04-23", "--store", store)
            .Expect(0)
            .Out;
        Assert.Contains("no-answer", allowed, StringComparison.Ordinal);
        CommandRun.Of("verify", "--store", store).Expect(0);
        Assert.Contains(
            "没有案件 2026-0002",
            CommandRun.Of("case", "show", "2026-0002", "--store", store).Expect(1).Error,
            StringComparison.Ordinal
        );
    }

    /// <summary>Land due on 1 January 2024 is idle from 2 January 2025; 100 days of a changed plan move that to 12 April.</summary>
    [Theory]
    [MemberData(nameof(Stores))]
    public void What_was_recorded_before_a_cause_was_found_is_judged_as_before(bool database)
    {
        var store = Filled(database);
        Suspect(store, "A-1").Expect(0);
        Notify(store).Expect(0);
        Step(store, "serve", "2026-03-23", "service-way=直接送达").Expect(0);
        Step(store, "answer", "2026-04-10", "statement=规划调整").Expect(0);
        var before = Json("case", "show", "2026-0001", "--store", store, "--format", "json");
        var recorded = (string)
            JsonNode.Parse(CommandRun.Of("ledger", "--store", store).Out.TrimEnd().Split('\n')[^1])!["at"]!;

        Step(
                store,
                "find-authority",
                "2026-04-20",
                "document=自然资〔2026〕9号",
                "idle-since=2025-01-02",
                "partly-developed=false",
                "delay-kind=plan-change",
                "delay-from=2024-06-01",
                "delay-to=2024-09-08",
                "cause-body=县自然资源局"
            )
            .Expect(0);

        Assert.Equal("2025-04-12", IdleSince(store));
        Assert.Equal("2025-01-02", IdleSince(store, "--recorded", recorded));
        foreach (
            var (lang, said) in new[]
            {
                ("zh", "规划修改由案件2026-0001认定"),
                ("en", "was established by case 2026-0001"),
            }
        )
            Assert.Contains(
                said,
                CommandRun
                    .Of("explain", "A-1", "--store", store, "--as-of", "2026-06-30", "--lang", lang)
                    .Expect(0)
                    .Out,
                StringComparison.Ordinal
            );
        Assert.Equal("answered", (string?)before["state"]);
        Assert.Contains(
            "2026-0001",
            CommandRun.Of("history", "A-1", "--store", store).Expect(0).Out,
            StringComparison.Ordinal
        );
        CommandRun.Of("verify", "--store", store).Expect(0);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_case_goes_along_with_a_plot_that_is_given_its_county_and_stays_when_the_plot_ends(bool database)
    {
        var store = database ? Databases.Store() : _scratch["moved.gpkg"];
        Import(store, "2026-01-31", "A-1,,20,甲,路 1 号,2024-01-01,否,1000\n");
        Suspect(store, "A-1").Expect(0);

        Import(store, "2026-02-28", "A-1,331102,20,甲,路 1 号,2024-01-01,否,1000\n");

        Assert.Equal("331102", County());
        CommandRun.Of("verify", "--store", store).Expect(0);
        Notify(store).Expect(0);
        Import(store, "2026-03-31", "A-2,331102,20,乙,路 2 号,2024-01-01,否,1000\n");
        Assert.Equal("331102", County());
        Step(store, "serve", "2026-03-23", "service-way=直接送达").Expect(0);
        CommandRun.Of("verify", "--store", store).Expect(0);

        string? County() =>
            (string?)Json("case", "list", "--plot", "A-1", "--store", store, "--format", "json")[0]!["county"];
    }

    [Fact]
    public void A_due_day_that_touches_a_year_without_calendar_is_not_guessed()
    {
        var store = Filled(database: false);
        Suspect(store, "A-1", "2019-03-02").Expect(0);

        var due = CommandRun.Of("case", "due", "--on", "2026-04-22", "--overdue", "--store", store).Expect(0).Out;

        Assert.Contains("缺少 2019 年的工作日历", due, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_key_is_recorded_once_and_a_wrong_line_is_told()
    {
        var store = Filled(database: false);
        var first = Suspect(store, "A-1", more: ["--key", "k"]).Expect(0).Out;
        Assert.Equal(first, Suspect(store, "A-1", more: ["--key", "k"]).Expect(0).Out);
        Assert.Contains(
            "防重键 k 已用于另一步骤",
            Suspect(store, "A-2", more: ["--key", "k"]).Expect(1).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "“文号”",
            Step(store, "notify", "2026-03-20", "address=路 1 号", "papers-day=2026-04-20").Expect(1).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "“x”不是内容",
            Step(store, "notify", "2026-03-20", "x").Expect(2).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "不是案号",
            CommandRun.Of("case", "show", "17", "--store", store).Expect(2).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_paper_is_filled_from_its_case_and_what_is_missing_is_named()
    {
        var store = Filled(database: false);
        Suspect(store, "A-1").Expect(0);
        var office = _scratch.Write("office.json", Office);
        var file = _scratch["notice.docx"];
        Assert.Contains(
            "没有作出“闲置土地调查通知书”的步骤",
            Paper("--office", office).Expect(1).Error,
            StringComparison.Ordinal
        );
        Notify(store).Expect(0);

        var open = Paper("--office", office).Expect(1).Error;
        Assert.Contains("缺少“土地用途”（use）", open, StringComparison.Ordinal);
        Assert.False(File.Exists(file));

        Paper("--office", office, "--draft").Expect(0);
        var text = DocumentOf(file);
        Assert.Contains("青垅县自然资源局", text, StringComparison.Ordinal);
        Assert.Contains("自然资〔2026〕8号", text, StringComparison.Ordinal);
        Assert.Contains("待补", text, StringComparison.Ordinal);
        var wrong = """{"name":"x","deadline":"2026年12月31日前","phone":5}""";
        var told = Paper("--office", _scratch.Write("wrong.json", wrong)).Expect(2).Error;
        Assert.Contains("没有项目 name；可用 authority, contact", told, StringComparison.Ordinal);
        Assert.Contains(
            "deadline“2026年12月31日前”有误：须为日期，写成 2026-06-30 这样",
            told,
            StringComparison.Ordinal
        );
        Assert.Contains("phone“5”有误：须为文字", told, StringComparison.Ordinal);
        Assert.Contains("缺少 authority", told, StringComparison.Ordinal);
        var english = Paper("--lang", "en", "--office", _scratch.Write("wrong.json", wrong)).Expect(2).Error;
        Assert.Contains(
            "deadline \"2026年12月31日前\" has to be a day, written as 2026-06-30",
            english,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "须为 JSON 对象",
            Paper("--office", _scratch.Write("wrong.json", "[]")).Expect(2).Error,
            StringComparison.Ordinal
        );

        CommandRun Paper(params string[] more) =>
            CommandRun.Of([
                "case",
                "paper",
                "2026-0001",
                "investigation-notice",
                "-o",
                file,
                "--store",
                store,
                .. more,
            ]);
    }

    /// <summary>
    /// The plot got another holder and price, and the case its next steps: the notice says what was known when it was made, a finding of later
    /// never; a correction counts where it is asked for by its time.
    /// </summary>
    [Theory]
    [MemberData(nameof(Stores))]
    public void A_paper_of_before_is_made_again_to_the_byte_by_what_was_recorded_then(bool database)
    {
        var store = Filled(database);
        Suspect(store, "A-1").Expect(0);
        Notify(store).Expect(0);
        var office = _scratch.Write("office.json", Office);
        var then = Paper();
        var recorded = Moment.Between();
        Import(store, "2026-03-21", "A-1,331102,20,丙,路 9 号,2024-01-01,否,2000\n");
        var corrected = Moment.Between();
        Step(store, "serve", "2026-03-23", "service-way=直接送达").Expect(0);
        Step(store, "answer", "2026-04-22", "statement=资金未到位").Expect(0);
        Step(
                store,
                "find-holder",
                "2026-04-24",
                "document=自然资〔2026〕9号",
                "idle-since=2025-01-02",
                "partly-developed=false",
                "delay-kind=holder",
                "delay-from=2024-01-01"
            )
            .Expect(0);

        Assert.Equal(then, Paper());
        Assert.Equal(then, Paper("--recorded", recorded));
        Assert.Contains(
            "丙",
            DocumentOf(_scratch["notice.docx"], Paper("--recorded", corrected)),
            StringComparison.Ordinal
        );
        var found = DocumentOf(_scratch["found.docx"], Of("finding-decision"));
        Assert.Contains("到2025年1月1日届满，截至2026年4月24日已经超过；", found, StringComparison.Ordinal);
        Assert.Contains(
            "企业自身原因（起始：2024年1月1日），已经认定，不予扣除；企业自身原因由案件2026-0001认定",
            found,
            StringComparison.Ordinal
        );
        string[] asked = ["case", "paper", "2026-0001", "investigation-notice", "-o", _scratch["none.docx"]];
        var none = CommandRun.Of([.. asked, "--office", office, "--store", store, "--recorded", "2020-01-01"]);
        Assert.Contains("2020-01-01", none.Expect(2).Error, StringComparison.Ordinal);

        byte[] Paper(params string[] more) => Of("investigation-notice", more);

        byte[] Of(string kind, params string[] more)
        {
            var file = _scratch[$"{Guid.NewGuid():N}.docx"];
            string[] paper = ["case", "paper", "2026-0001", kind, "-o", file, "--draft"];
            CommandRun.Of([.. paper, "--office", office, "--store", store, .. more]).Expect(0);
            return File.ReadAllBytes(file);
        }
    }

    /// <summary>20 % of ten million are two; half a million is paid.</summary>
    [Fact]
    public void What_is_owed_and_what_day_hangs_on_a_missing_year_are_told()
    {
        var store = Filled(database: false);
        Suspect(store, "A-1").Expect(0);
        Notify(store).Expect(0);
        Step(store, "serve", "2026-03-23", "service-way=直接送达").Expect(0);
        Step(store, "answer", "2026-03-24", "statement=无").Expect(0);
        string[] found = ["document=1", "idle-since=2025-01-02", "partly-developed=false", "delay-kind=holder"];
        Step(store, "find-holder", "2026-03-25", found).Expect(0);
        Step(store, "publish-holder", "2026-03-26", "portal=门户").Expect(0);
        Step(store, "plan-holder", "2026-03-27", "document=2", "measure=idle-fee", "mortgaged=false").Expect(0);
        Step(store, "approve-holder", "2026-03-30", "document=3", "approver=县政府").Expect(0);
        Step(store, "tell-hearing", "2026-03-31", "document=4").Expect(0);
        Step(store, "waive-hearing", "2026-04-01", "evidence=声明").Expect(0);
        var other = Step(store, "decide-fee", "2026-04-02", "document=5", "amount=1999999").Expect(1).Error;
        Assert.Contains("2000000", other, StringComparison.Ordinal);
        Step(store, "decide-fee", "2026-04-02", "document=5", "amount=2000000").Expect(0);
        Step(store, "serve-fee", "2026-04-03", "service-way=直接送达").Expect(0);

        var part = Step(store, "pay-part", "2026-04-07", "amount=500000", "evidence=票据").Expect(0).Out;
        Assert.Contains("尚欠：1,500,000元", part, StringComparison.Ordinal);
        var shown = CommandRun.Of("case", "show", "2026-0001", "--store", store, "--lang", "en").Expect(0).Out;
        Assert.Contains("Still owed: 1,500,000 yuan", shown, StringComparison.Ordinal);
        Assert.Equal(
            1_500_000m,
            (decimal)Json("case", "show", "2026-0001", "--store", store, "--format", "json")["owed"]!
        );

        Step(store, "appeal", "2026-04-08", "route=复议").Expect(0);
        Assert.Contains(
            "标记：行政复议中（2026-04-08）\n",
            CommandRun.Of("case", "show", "2026-0001", "--store", store).Expect(0).Out,
            StringComparison.Ordinal
        );
        var old = Suspect(store, "A-2", "2020-06-01").Expect(0).Out;
        Assert.Contains("截止 2020-07-01（暂计，缺少 2020 年的工作日历，可能移动）", old, StringComparison.Ordinal);
        var due = Json("case", "due", "--on", "2020-07-01", "--store", store, "--format", "json").AsArray()[^1]!;
        Assert.Equal(
            ("2020-07-01", 2020, false),
            ((string?)due["nominal"], (int)due["missingYear"]!, (bool)due["overdue"]!)
        );
        Assert.Null(due["due"]);
    }

    public void Dispose() => _scratch.Dispose();

    private static string DocumentOf(string file, byte[] content)
    {
        File.WriteAllBytes(file, content);
        return DocumentOf(file);
    }

    private static string DocumentOf(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        using var part = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return part.ReadToEnd();
    }

    private string Filled(bool database)
    {
        var store = database ? Databases.Store() : _scratch[$"{Guid.NewGuid():N}.gpkg"];
        Import(
            store,
            "2026-01-31",
            "A-1,331102,20,甲,路 1 号,2024-01-01,否,1000\nA-2,331102,12.5,乙,路 2 号,2025-09-01,否,900\n"
        );
        return store;
    }

    private void Import(string store, string on, string rows) =>
        CommandRun
            .Of("import", _scratch.Write("台账.csv", Titles + rows), "--store", store, "--on", on, "--end-all")
            .Expect(0);

    [Theory]
    [MemberData(nameof(Stores))]
    public void Files_given_with_a_step_are_shown_had_again_and_checked(bool database)
    {
        var store = Filled(database);
        var (photo, minutes) = (_scratch.Write("现场.jpg", "照片"), _scratch.Write("纪要.txt", "纪要"));
        Suspect(store, "A-1", more: ["--evidence", photo, "--evidence", minutes]).Expect(0);

        var shown = CommandRun.Of("case", "show", "2026-0001", "--store", store).Expect(0).Out;
        Assert.Contains("现场.jpg（image/jpeg，6 字节", shown, StringComparison.Ordinal);
        var listed = CommandRun.Of("case", "evidence", "2026-0001", "--store", store, "--lang", "en").Expect(0).Out;
        Assert.Contains("纪要.txt (text/plain, 6 bytes", listed, StringComparison.Ordinal);
        var back = _scratch["back.jpg"];
        CommandRun.Of("case", "evidence", "2026-0001", "现场.jpg", "-o", back, "--store", store).Expect(0);
        Assert.Equal(File.ReadAllBytes(photo), File.ReadAllBytes(back));
        var none = CommandRun.Of("case", "evidence", "2026-0001", "无.jpg", "-o", back, "--store", store).Expect(2);
        Assert.Contains("无.jpg", none.Error, StringComparison.Ordinal);
        var empty = Suspect(store, "A-2", more: ["--evidence", _scratch.Write("空.txt", "")]).Expect(1);
        Assert.Contains("空.txt", empty.Error, StringComparison.Ordinal);
        var file = CommandRun.Of("file", "A-1", "--store", store, "--as-of", "2026-06-30", "-o", _scratch["a.html"]);
        file.Expect(0);
        Assert.Contains("现场.jpg（6 字节", File.ReadAllText(_scratch["a.html"]), StringComparison.Ordinal);
        CommandRun.Of("verify", "--store", store).Expect(0);
    }

    private static CommandRun Suspect(string store, string plot, string day = "2026-03-02", params string[] more) =>
        CommandRun.Of([
            "case",
            "open",
            plot,
            "--procedure",
            "idle",
            "--step",
            "suspect",
            "--day",
            day,
            "--by",
            "王办",
            "--role",
            "officer",
            "--fact",
            "suspicion=未动工",
            "--store",
            store,
            .. more,
        ]);

    private static CommandRun Notify(string store) =>
        Step(store, "notify", "2026-03-20", "document=自然资〔2026〕8号", "address=路 1 号", "papers-day=2026-04-20");

    private static CommandRun Step(string store, string kind, string day, params string[] facts) =>
        CommandRun.Of([
            "case",
            "step",
            "2026-0001",
            kind,
            "--day",
            day,
            "--by",
            "王办",
            "--role",
            "officer",
            "--store",
            store,
            "--fact",
            .. facts,
        ]);

    private static JsonNode Json(params string[] arguments) => JsonNode.Parse(CommandRun.Of(arguments).Expect(0).Out)!;

    private static string? IdleSince(string store, params string[] more) =>
        CommandRun
            .Of(["evaluate", "--store", store, "--as-of", "2026-06-30", "--format", "ndjson", .. more])
            .Expect(0)
            .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .Where(one => one.ToJsonString().Contains("A-1", StringComparison.Ordinal))
            .Select(one => (string?)one["idleSince"])
            .Single();
}

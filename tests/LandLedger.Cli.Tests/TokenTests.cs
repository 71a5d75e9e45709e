using System.Text.Json.Nodes;
using LandLedger.PostGis.Cluster;

namespace LandLedger.Cli.Tests;

/// <summary>Tokens by the command line, in both stores.</summary>
public sealed class TokenTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public static TheoryData<bool> Stores => SupervisionNumberTests.Stores;

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_token_is_made_listed_without_its_secret_and_revoked(bool database)
    {
        var store = Filled(database);
        Assert.Contains("还没有令牌", CommandRun.Of("token", "list", "--store", store).Expect(0).Out);

        var lines = CommandRun
            .Of(
                "token",
                "add",
                "--user",
                "王办",
                "--role",
                "officer",
                "--county",
                "331102",
                "360732",
                "--zone",
                "南塘片区",
                "--since",
                "2026-01-01",
                "--until",
                "2026-12-31",
                "--by",
                "管理员",
                "--store",
                store
            )
            .Expect(0)
            .Out.TrimEnd()
            .Split('\n');
        Assert.Contains(
            "令牌 1 已发给 王办（经办；县：331102、360732；片区：南塘片区；2026-01-01 起，至 2026-12-31）",
            lines[0]
        );
        Assert.Matches("^ll_[A-Za-z0-9_-]{43}$", lines[1]);
        Assert.Equal(2, lines.Length);

        var listed = CommandRun.Of("token", "list", "--store", store, "--format", "json").Expect(0).Out;
        Assert.DoesNotContain(lines[1], listed);
        var token = JsonNode.Parse(listed)!.AsArray().Single()!;
        Assert.Equal(
            ("王办", "officer", "2026-12-31", "管理员", null),
            (
                (string?)token["user"],
                (string?)token["role"],
                (string?)token["until"],
                (string?)token["madeBy"],
                (string?)token["revokedBy"]
            )
        );
        Assert.Equal("[\"331102\",\"360732\"]", token["counties"]!.ToJsonString());

        Assert.Contains("令牌 1（王办）已撤销：管理员 ", Revoke(store, "管理员"));
        Assert.Contains("令牌 1（王办）已撤销：管理员 ", Revoke(store, "别人"));
        Assert.Contains("王办", CommandRun.Of("token", "list", "--store", store).Expect(0).Out);
        var unknown = CommandRun.Of("token", "revoke", "7", "--store", store, "--lang", "en").Expect(1);
        Assert.Contains("There is no token 7", unknown.Error);
    }

    [Theory]
    [InlineData("--role 不能是“king”", "--user", "王办", "--role", "king")]
    [InlineData("缺少 --user NAME", "--role", "officer")]
    [InlineData("--user 的“”不能作姓名", "--user", "", "--role", "officer")]
    [InlineData("“33110”不是 6 位行政区代码", "--user", "王办", "--role", "officer", "--county", "33110")]
    [InlineData(
        "--until 早于 --since",
        "--user",
        "王办",
        "--role",
        "officer",
        "--since",
        "2026-02-02",
        "--until",
        "2026-02-01"
    )]
    public void A_token_that_will_not_do_is_told_and_not_made(string said, params string[] asked)
    {
        var store = Filled(database: false);

        Assert.Contains(said, CommandRun.Of(["token", "add", .. asked, "--store", store]).Expect(2).Error);
        Assert.Contains("还没有令牌", CommandRun.Of("token", "list", "--store", store).Expect(0).Out);
    }

    public void Dispose() => _scratch.Dispose();

    private static string Revoke(string store, string by) =>
        CommandRun.Of("token", "revoke", "1", "--by", by, "--store", store).Expect(0).Out;

    private string Filled(bool database)
    {
        var store = database ? Databases.Store() : _scratch["park.gpkg"];
        CommandRun.Of("import", _scratch.Write("a.csv", "地块编号,面积（亩）\nA1,10\n"), "--store", store).Expect(0);
        return store;
    }
}

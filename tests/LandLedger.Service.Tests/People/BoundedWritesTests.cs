using System.Text.Json.Nodes;
using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.People;
using LandLedger.Service.Tests.Ogc;
using static LandLedger.Service.Tests.JsonRequests;
using static LandLedger.Service.Tests.Ogc.PlotWriting;

namespace LandLedger.Service.Tests.People;

/// <summary>Who writes plots by HTTP writes by his own name, and about no more than he sees.</summary>
public sealed class BoundedWritesTests
{
    private static readonly (string, string) Any = ("If-Match", "*");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Plots_outside_of_his_scope_are_not_there_and_his_own_bear_his_name(bool inDatabase)
    {
        await using var writing = await StartAsync(inDatabase, ("东办", Role.Officer, new Scope([], ["东区"])));
        SignIn(writing, "东办");
        var entries = writing.Entries;
        HttpRequestMessage[] writes =
        [
            PlotWriting.Request(HttpMethod.Patch, Items + "/P-002", Patch(("holder", "甲")), MergePatch, Any),
            PlotWriting.Request(
                HttpMethod.Put,
                Items + "/331100:P-002",
                Feature("P-002", ("zone", "东区")),
                GeoJson,
                Any
            ),
            PlotWriting.Request(HttpMethod.Delete, Items + "/P-002?on=2026-06-30&why=x", null, "", Any),
        ];
        foreach (var write in writes)
            await writing.Service.ProblemAsync(HttpStatusCode.NotFound, "plot-unknown", write);
        Assert.Equal((null, entries), (writing.Plot("P-002").Holder, writing.Entries));

        using var answer = await writing.UpdateAsync("P-001", Patch(("holder", "甲")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("甲", writing.Plot("P-001").Holder);
        var last = PlotHistory.At(writing.Store.Ledger, PlotKey.Of(writing.Plot("P-001")), null, null).Entries[^1];
        Assert.Equal("东办", last.By);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_plot_comes_to_lie_outside_of_his_scope(bool inDatabase)
    {
        await using var writing = await StartAsync(
            inDatabase,
            ("东办", Role.Officer, new Scope([], ["东区"])),
            ("县办", Role.Officer, new Scope(["331100"], []))
        );
        var entries = writing.Entries;
        SignIn(writing, "东办");
        HttpRequestMessage[] ofZone =
        [
            PlotWriting.Request(HttpMethod.Patch, Items + "/P-001", Patch(("zone", "西区")), MergePatch, Any),
            PlotWriting.Request(HttpMethod.Patch, Items + "/P-001", Patch(("zone", null)), MergePatch, Any),
            PlotWriting.Request(HttpMethod.Put, Items + "/P-001", Feature("P-001"), GeoJson, Any),
            PlotWriting.Request(HttpMethod.Post, Items, Feature("N-001", ("zone", "西区")), GeoJson),
            PlotWriting.Request(HttpMethod.Post, Items, Feature("N-001"), GeoJson),
        ];
        foreach (var write in ofZone)
            await writing.Service.ProblemAsync(HttpStatusCode.Forbidden, "scope-bounded-plot", write);
        using (var good = await writing.AddAsync(Feature("N-001", ("zone", "东区"))))
            Assert.Equal(HttpStatusCode.Created, good.StatusCode);

        SignIn(writing, "县办");
        var (foreign, nowhere) = (Feature("N-002"), Feature("N-002"));
        foreign["properties"]!["county"] = "331101";
        nowhere["properties"]!.AsObject().Remove("county");
        foreach (var outside in (JsonObject[])[foreign, nowhere])
            await writing.Service.ProblemAsync(
                HttpStatusCode.Forbidden,
                "scope-bounded-plot",
                PlotWriting.Request(HttpMethod.Post, Items, outside, GeoJson)
            );
        using (var good = await writing.AddAsync(Feature("N-002")))
            Assert.Equal(HttpStatusCode.Created, good.StatusCode);
        Assert.Equal((entries + 4, "东区"), (writing.Entries, writing.Plot("P-001").Zone));
    }

    /// <summary>Else a number would give him all that is known of a plot that he does not see.</summary>
    [Fact]
    public async Task An_ended_plot_outside_of_his_scope_is_not_taken_up_by_its_number()
    {
        await using var writing = await StartAsync(
            false,
            ("东办", Role.Officer, new Scope([], ["东区"])),
            ("管理员", Role.Admin, Scope.All)
        );
        var again = Feature("P-002", ("zone", "东区"));
        await RefusedAsync();
        SignIn(writing, "管理员");
        using (var ended = await writing.EndAsync("P-002", "?on=2026-06-30&why=x"))
            Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        await RefusedAsync();
        Assert.Equal((new DateOnly(2026, 6, 30), "西区"), (writing.Plot("P-002").EndedOn, writing.Plot("P-002").Zone));

        async Task RefusedAsync()
        {
            SignIn(writing, "东办");
            await writing.Service.ProblemAsync(
                HttpStatusCode.Conflict,
                "plot-exists",
                PlotWriting.Request(HttpMethod.Post, Items, again, GeoJson)
            );
        }
    }

    [Fact]
    public async Task Issues_tell_nothing_of_plots_that_he_does_not_see()
    {
        await using var writing = await StartAsync(
            false,
            ("东办", Role.Officer, new Scope([], ["东区"])),
            ("管理员", Role.Admin, Scope.All)
        );
        var over = new JsonObject { ["geometry"] = Square(119.1, 28.4) };
        SignIn(writing, "东办");
        using (var bounded = await writing.UpdateAsync("P-001", over))
        {
            Assert.Equal(HttpStatusCode.OK, bounded.StatusCode);
            Assert.DoesNotContain("P-002", await bounded.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        SignIn(writing, "管理员");
        using (await writing.UpdateAsync("P-001", new() { ["geometry"] = Square(119.3, 28.4) })) { }
        using var whole = await writing.UpdateAsync("P-001", over);
        var issue = Assert.Single((await BodyAsync(whole))["issues"]!.AsArray());
        Assert.Equal("plot.overlap", (string?)issue!["code"]);
        Assert.Contains("P-002", issue.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_name_than_his_is_refused_whatever_he_writes()
    {
        await using var writing = await StartAsync(false, ("王办", Role.Officer, Scope.All));
        SignIn(writing, "王办");
        var entries = writing.Entries;
        await writing.Service.ProblemAsync(
            HttpStatusCode.Forbidden,
            "user-other",
            PlotWriting.Request(HttpMethod.Patch, Items + "/P-001?by=李审", Patch(("holder", "甲")), MergePatch, Any)
        );
        await writing.Service.ProblemAsync(
            HttpStatusCode.Forbidden,
            "user-other",
            PlotWriting.Request(HttpMethod.Post, "/cases?by=李审", [], "application/json")
        );
        await writing.Service.ProblemAsync(
            HttpStatusCode.Forbidden,
            "user-other",
            PlotWriting.Request(HttpMethod.Post, "/imports?by=李审", [], "application/json")
        );
        Assert.Equal(entries, writing.Entries);
        using var own = await writing.UpdateAsync("P-001", Patch(("holder", "甲")), "?by=王办");
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    /// <summary>A replacement takes back what it does not name: nobody may send one who was not shown all.</summary>
    [Fact]
    public async Task Who_has_facts_hidden_from_him_replaces_nothing()
    {
        var bounded = Enum.GetValues<Role>().Where(role => role.Hides() != FieldGroups.None).ToList();
        Assert.NotEmpty(bounded);
        Assert.DoesNotContain(bounded, role => role.May(Right.Edit));
        await using var writing = await StartAsync(
            false,
            [.. bounded.Select(role => (role.ToString(), role, Scope.All)), ("管理员", Role.Admin, Scope.All)]
        );
        SignIn(writing, "管理员");
        using (await writing.UpdateAsync("P-001", Patch(("price", 5_000_000), ("holder", "甲")))) { }
        foreach (var role in bounded)
        {
            SignIn(writing, role.ToString());
            await writing.Service.ProblemAsync(
                HttpStatusCode.Forbidden,
                "role-may-not",
                PlotWriting.Request(HttpMethod.Put, Items + "/P-001", Feature("P-001", ("zone", "东区")), GeoJson, Any)
            );
        }
        Assert.Equal((5_000_000m, "甲"), (writing.Plot("P-001").Grant.Price?.Yuan, writing.Plot("P-001").Holder));
    }

    /// <summary>The digest of all facts would tell whether a guess of a hidden one is right.</summary>
    [Fact]
    public async Task The_tag_of_a_plot_tells_nothing_of_what_is_hidden()
    {
        await using var writing = await StartAsync(
            false,
            ("规划", Role.Planner, Scope.All),
            ("管理员", Role.Admin, Scope.All)
        );
        SignIn(writing, "规划");
        var before = await writing.TagAsync("P-001");
        SignIn(writing, "管理员");
        using (await writing.UpdateAsync("P-001", Patch(("price", 5_000_000)))) { }
        SignIn(writing, "规划");
        Assert.Equal(before, await writing.TagAsync("P-001"));
        SignIn(writing, "管理员");
        using (await writing.UpdateAsync("P-001", Patch(("stated_mu", 16.4)))) { }
        SignIn(writing, "规划");
        Assert.NotEqual(before, await writing.TagAsync("P-001"));
    }

    [Fact]
    public async Task The_file_of_a_plot_shows_no_neighbour_outside_of_his_scope()
    {
        await using var writing = await StartAsync(
            false,
            ("东办", Role.Officer, new Scope([], ["东区"])),
            ("管理员", Role.Admin, Scope.All)
        );
        SignIn(writing, "管理员");
        using (await writing.UpdateAsync("P-002", new() { ["geometry"] = Square(119.001, 28.4) })) { }
        Assert.Contains("P-002", await FileAsync(), StringComparison.Ordinal);
        SignIn(writing, "东办");
        Assert.DoesNotContain("P-002", await FileAsync(), StringComparison.Ordinal);
        await writing.Service.ProblemAsync(HttpStatusCode.NotFound, "plot-unknown", "/plots/P-002/file");

        Task<string> FileAsync() => writing.Service.Client.GetStringAsync("/plots/P-001/file?f=html");
    }

    private static async Task<PlotWriting> StartAsync(
        bool inDatabase,
        params (string Name, Role Role, Scope Scope)[] users
    )
    {
        var writing = await PlotWriting.StartAsync(inDatabase);
        foreach (var (name, role, scope) in users)
            Keys.Add(writing.Store, name, role, scope);
        return writing;
    }

    /// <summary>From now on requests are his.</summary>
    private static void SignIn(PlotWriting writing, string name) =>
        writing.Service.Client.DefaultRequestHeaders.Authorization = new("Bearer", Keys.Secret(name));
}

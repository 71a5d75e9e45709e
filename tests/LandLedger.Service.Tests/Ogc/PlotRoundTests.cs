using System.Text.Json.Nodes;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.People;
using LandLedger.Service.Tests.People;
using static LandLedger.Service.Tests.Ogc.PlotWriting;

namespace LandLedger.Service.Tests.Ogc;

/// <summary>What is read of a plot and sent back as it is changes nothing of it.</summary>
public sealed class PlotRoundTests
{
    private static readonly (string Name, object Value)[] Facts =
    [
        ("parcel_codes", new[] { "331100001001GB00001", "331100001001GB00002" }),
        ("name", "轴承项目"),
        ("town", "水阁街道"),
        ("location", "绿谷大道 1 号"),
        ("holder", "丽水某轴承有限公司"),
        ("credit_code", "91331100MA2E000X0N"),
        ("stage", "supplied"),
        ("granted_use", "工业用地"),
        ("granted_use_code", "0601"),
        ("actual_use", "物流仓储用地"),
        ("actual_use_code", "0602"),
        ("changed_mu", 3.25m),
        ("use_change_approved", false),
        ("stated_mu", 16.300995m),
        ("supervision_number", "3311002019B00001"),
        ("contract_number", "3311002019A21001"),
        ("supply_way", "挂牌出让"),
        ("signed_on", "2019-03-01"),
        ("price", 12345678.905m),
        ("term_years", 50),
        ("agreed_delivery", "2019-04-01"),
        ("actual_delivery", "2019-05-02"),
        ("agreed_start", "2019-10-01"),
        ("agreed_completion", "2021-10-01"),
        ("floor_area_ratio_min", 1.2m),
        ("floor_area_ratio_max", 2.05m),
        ("agreed_investment", 150000000),
        ("agreed_tax_per_mu", 200000.55m),
        ("approved_by", "丽水市人民政府"),
        ("observed_on", "2023-12-31"),
        ("permit", true),
        ("permit_on", "2019-09-01"),
        ("begun", true),
        ("begun_on", "2019-09-15"),
        ("foundation", "piled"),
        ("pit_share", 0.5m),
        ("piles_driven", 120),
        ("piles_total", 300),
        ("foundation_share", 0.3333m),
        ("developed_mu", 5.5m),
        ("developable_mu", 16),
        ("invested", 12345678.9m),
        ("total_investment", 150000000),
        ("suspended", false),
        ("suspended_on", "2020-06-01"),
        ("resumed_on", "2020-07-01"),
        ("completed", true),
        ("completed_on", "2021-01-01"),
        ("in_production", true),
        ("in_production_on", "2021-02-01"),
        ("floor_mu", 20.75m),
        ("footprint_mu", 10.125m),
        ("floor_area_ratio", 1.215m),
        ("safety", "b"),
        ("sector", "3451"),
        ("prohibited_sector", false),
        ("safety_or_environment_failed", false),
        ("above_scale", true),
        ("strategic_sector", false),
        ("power_use_abnormal", false),
        ("fixed_investment", 140000000),
        ("assessed_value", 13000000),
        ("remark", "一行"),
        // In force for the contract's start, and shown in its place.
        ("supplement_on", "2020-01-05"),
        ("supplement_start", "2020-10-01"),
        ("charge_certificate", "赣（2022）不动产证明第0000117号"),
        ("charge_mortgagee", "青垅示例农村商业银行"),
        ("charge_registered_on", "2022-03-15"),
        ("charge_mu", 12.3456m),
        ("charge_secured", 8450000.25m),
    ];

    [Theory]
    [InlineData(Role.Officer, false)]
    [InlineData(Role.Officer, true)]
    [InlineData(Role.Admin, false)]
    [InlineData(Role.Admin, true)]
    public async Task A_plot_that_is_read_and_sent_back_is_as_it_was_in_every_fact(Role role, bool inDatabase)
    {
        await using var writing = await StartAsync(role, inDatabase);
        var plot = writing.Plot("P-001");
        Assert.All(PlotFields.All, field => Assert.True(field.Of(plot).IsKnown, field.Id));
        Assert.Equal(new DateOnly(2019, 10, 1), plot.Grant.AgreedStart);
        Assert.Single(plot.Charges);
        var (state, entries) = (PlotDigest.Of(plot), Told());

        foreach (var query in (string[])["", "?asOf=2020-01-01", "?crs=http://www.opengis.net/def/crs/EPSG/0/4549"])
        {
            using var shown = await writing.Service.Client.GetAsync(Items + "/P-001" + query);
            var feature = JsonNode.Parse(await shown.Content.ReadAsStringAsync())!.AsObject();
            var crs =
                shown.Content.Headers.TryGetValues("Content-Crs", out var named)
                || shown.Headers.TryGetValues("Content-Crs", out named)
                    ? named.Single()
                    : "";
            using var put = await SendAsync(writing, feature, crs);
            Assert.True(put.IsSuccessStatusCode, query + await put.Content.ReadAsStringAsync());
            Assert.Equal((state, entries), (PlotDigest.Of(writing.Plot("P-001")), Told()));
        }

        int Told() => writing.Store.Ledger.About("plots/331100/P-001").Count();
    }

    [Fact]
    public async Task What_is_said_otherwise_than_it_is_shown_is_taken_and_what_is_left_out_of_what_is_shown_is_unknown()
    {
        await using var writing = await StartAsync(Role.Officer, inDatabase: false);
        using var shown = await writing.Service.GetAsync(Items + "/P-001");
        var feature = JsonNode.Parse(shown.RootElement.GetRawText())!.AsObject();
        var properties = feature["properties"]!.AsObject();
        properties["stated_mu"] = 17.5m;
        properties["agreed_start"] = "2019-11-01";
        properties["stage"] = "reserve";
        properties.Remove("holder");
        using var put = await SendAsync(writing, feature, "");

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var plot = writing.Plot("P-001");
        Assert.Equal(
            (17.5m, new DateOnly(2019, 11, 1), SupplyStage.Reserve, null),
            (plot.StatedArea!.Value.Mu, plot.Grant.AgreedStart!.Value, plot.Stage, plot.Holder)
        );
        // What is not shown is not left out.
        Assert.Equal((12345678.905m, true), (plot.Grant.Price!.Value.Yuan, plot.Progress.Begun));
    }

    [Fact]
    public async Task What_is_only_read_is_not_said_otherwise()
    {
        await using var writing = await StartAsync(Role.Officer, inDatabase: false);
        using var shown = await writing.Service.GetAsync(Items + "/P-001");
        var feature = JsonNode.Parse(shown.RootElement.GetRawText())!.AsObject();
        var entries = writing.Entries;
        feature["properties"]!["category"] = "reserve";
        using var put = await SendAsync(writing, feature, "");
        var problem = JsonNode.Parse(await put.Content.ReadAsStringAsync())!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, put.StatusCode);
        Assert.Equal("properties.category", (string?)problem["place"]);
        Assert.Equal(entries, writing.Entries);
    }

    /// <summary>To whom a holder owes, and how much, tells of the holder and of prices.</summary>
    [Fact]
    public async Task Mortgages_are_seen_and_written_by_those_alone_who_see_holders_and_prices()
    {
        await using var writing = await StartAsync(Role.Officer, inDatabase: false);
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Officer))
            Keys.Add(writing.Store, role.ToString(), role);
        foreach (var role in Enum.GetValues<Role>())
        {
            writing.Service.Client.DefaultRequestHeaders.Authorization = new("Bearer", Keys.Secret(role.ToString()));
            using var sums = await writing.Service.Client.GetAsync("/charges?on=2023-01-01");
            var sees = (role.Hides() & (FieldGroups.Holder | FieldGroups.Price)) == FieldGroups.None;
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.Forbidden, sums.StatusCode);
            using var released = await writing.SendAsync(
                HttpMethod.Patch,
                Items + "/P-001",
                Patch(("charge_certificate", "赣（2022）不动产证明第0000117号"), ("charge_released_on", "2024-01-31")),
                MergePatch,
                ("If-Match", "*")
            );
            Assert.Equal(role.May(Right.Edit) ? HttpStatusCode.OK : HttpStatusCode.Forbidden, released.StatusCode);
        }
        var charge = Assert.Single(writing.Plot("P-001").Charges);
        Assert.Equal(
            (new DateOnly(2024, 1, 31), 8450000.25m, "青垅示例农村商业银行"),
            (charge.ReleasedOn!.Value, charge.Secured!.Value.Yuan, charge.Mortgagee)
        );
    }

    [Fact]
    public async Task A_plot_that_is_read_by_its_key_is_sent_back_to_the_address_where_it_was_read()
    {
        await using var writing = await StartAsync(Role.Officer, inDatabase: false);
        var plot = writing.Plot("P-001");
        Assert.NotEmpty(plot.County);
        var address = $"{Items}/{PlotKey.Of(plot)}";
        var feature = JsonNode.Parse(await writing.Service.Client.GetStringAsync(address))!.AsObject();
        Assert.Equal("P-001", (string?)feature["id"]);

        using var sent = await writing.SendAsync(
            HttpMethod.Put,
            address,
            feature,
            GeoJson,
            ("If-Match", await writing.TagAsync("P-001"))
        );

        Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync());
        Assert.Equal(PlotDigest.Of(plot), PlotDigest.Of(writing.Plot("P-001")));
    }

    /// <summary>With all facts of P-001 known; the user of that role is signed in.</summary>
    private static async Task<PlotWriting> StartAsync(Role role, bool inDatabase)
    {
        var writing = await PlotWriting.StartAsync(inDatabase);
        var patch = Patch([.. Facts.Select(fact => (fact.Name, JsonSerializer.SerializeToNode(fact.Value)))]);
        using (var update = await writing.UpdateAsync("P-001", patch))
            Assert.True(update.IsSuccessStatusCode, await update.Content.ReadAsStringAsync());
        Keys.Add(writing.Store, role.ToString(), role);
        writing.Service.Client.DefaultRequestHeaders.Authorization = new("Bearer", Keys.Secret(role.ToString()));
        return writing;
    }

    private static async Task<HttpResponseMessage> SendAsync(PlotWriting writing, JsonObject feature, string crs) =>
        await writing.SendAsync(
            HttpMethod.Put,
            Items + "/P-001",
            feature,
            GeoJson,
            [("If-Match", await writing.TagAsync("P-001")), .. crs.Length > 0 ? new[] { ("Content-Crs", crs) } : []]
        );
}

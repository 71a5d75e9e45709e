using LandLedger.Cases;
using LandLedger.People;
using LandLedger.Service.Tests.Contract;

namespace LandLedger.Service.Tests.People;

/// <summary>Every route, asked by every role: let in or refused just as the data of roles says.</summary>
public sealed class RightsTests
{
    private static readonly Role[] All = Enum.GetValues<Role>();

    [Fact]
    public async Task Every_role_is_let_in_or_refused_on_every_route_as_the_data_says()
    {
        await using var service = await StartAsync();
        foreach (var (endpoint, method) in PeopleRequests.Operations(service))
        {
            var route = PeopleRequests.RouteOf(endpoint);
            foreach (var role in All)
            {
                using var answer = await AskAsync(service, method, PeopleRequests.PathOf(endpoint), role.ToString());
                var refused = route.Needs is { } right && !RoleRules.With(right, route.Tells).Contains(role);
                Assert.True(
                    refused == (await CodeAsync(answer) == "role-may-not"),
                    $"{route.Id} by {role}: {answer.StatusCode}"
                );
                Assert.NotEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
                if (refused)
                    await NamesRolesAsync(answer, RoleRules.With(route.Needs!.Value, route.Tells), role);
            }
        }
    }

    [Fact]
    public async Task Whose_scope_is_bounded_is_refused_what_cannot_be_cut()
    {
        await using var service = await StartAsync();
        foreach (var (endpoint, method) in PeopleRequests.Operations(service))
        {
            var route = PeopleRequests.RouteOf(endpoint);
            using var answer = await AskAsync(service, method, PeopleRequests.PathOf(endpoint), "bounded");
            Assert.True(route.IsUncut == (await CodeAsync(answer) == "scope-bounded"), route.Id);
        }
    }

    /// <summary>So that a new route is not open to all by oversight.</summary>
    [Fact]
    public async Task Whatever_writes_needs_more_than_reading_and_only_health_and_the_document_need_nothing()
    {
        await using var service = await StartAsync();
        var operations = PeopleRequests.Operations(service).ToList();

        Assert.All(
            operations.Where(one => one.Method != HttpMethod.Get && one.Method != HttpMethod.Options),
            one =>
                Assert.DoesNotContain(
                    PeopleRequests.RouteOf(one.Endpoint).Needs,
                    (Right?[])[null, Right.Read, Right.Files, Right.History]
                )
        );
        Assert.Equal(
            ["health", "health.live", "health.ready", "openapi"],
            operations
                .Select(one => PeopleRequests.RouteOf(one.Endpoint))
                .Where(route => route.Needs is null)
                .Select(route => route.Id)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    private static Task<RunningService> StartAsync() =>
        RunningService.StartAsync(fill: store =>
        {
            SmallPark.Of(2)(store);
            foreach (var role in All)
                Keys.Add(store, role.ToString(), role);
            Keys.Add(store, "bounded", Role.Admin, new Scope(["331100"], []));
        });

    private static Task<HttpResponseMessage> AskAsync(
        RunningService service,
        HttpMethod method,
        string path,
        string name
    ) => service.Client.SendAsync(new(method, path) { Headers = { Authorization = new("Bearer", Keys.Secret(name)) } });

    private static async Task<string?> CodeAsync(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return null;
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return problem.RootElement.GetProperty("code").GetString();
    }

    private static async Task NamesRolesAsync(HttpResponseMessage answer, IReadOnlyList<Role> needed, Role own)
    {
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(
            string.Join(", ", needed).ToLowerInvariant(),
            problem.RootElement.GetProperty("needed").GetString()
        );
        Assert.Equal(own.ToString().ToLowerInvariant(), problem.RootElement.GetProperty("role").GetString());
    }
}

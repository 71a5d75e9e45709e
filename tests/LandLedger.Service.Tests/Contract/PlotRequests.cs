using System.Globalization;
using System.Text.Json.Nodes;
using LandLedger.Service.Tests.Ogc;
using static LandLedger.Service.Tests.Ogc.PlotWriting;

namespace LandLedger.Service.Tests.Contract;

/// <summary>All that a write of a plot can be answered with.</summary>
internal static class PlotRequests
{
    private const string One = Items + "/HT-1";

    /// <summary>Of today, as the writes before it are.</summary>
    private static readonly string Why =
        $"?on={DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}&why=x";

    private static readonly (string, string) AnyState = ("If-Match", "*");

    public static async Task Take(RunningService service)
    {
        await Send(HttpStatusCode.Created, HttpMethod.Post, Items, Feature("HT-1"));
        await Send(HttpStatusCode.Conflict, HttpMethod.Post, Items, Feature("HT-1"));
        await Send(HttpStatusCode.OK, HttpMethod.Put, One, Feature("HT-1"), AnyState);
        await Send(HttpStatusCode.OK, HttpMethod.Patch, One, PlotWriting.Patch(), AnyState);
        var json = ("Accept", "application/json");
        await Send(HttpStatusCode.Created, HttpMethod.Post, Items, Feature("HT-3"), json);
        await Send(HttpStatusCode.OK, HttpMethod.Put, One, Feature("HT-1"), AnyState, json);
        await Send(HttpStatusCode.OK, HttpMethod.Patch, One, PlotWriting.Patch(), AnyState, json);
        foreach (var path in (string[])[Items, One])
        {
            await Send(HttpStatusCode.OK, HttpMethod.Options, path, null);
            await Send(HttpStatusCode.BadRequest, HttpMethod.Options, path + "?colour=red", null);
        }
        await Refuse(HttpMethod.Post, Items);
        await Refuse(HttpMethod.Put, One, AnyState);
        await Refuse(HttpMethod.Patch, One, AnyState);
        foreach (var method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Patch])
        {
            await Send(HttpStatusCode.NotFound, method, Items + "/none", PlotWriting.Patch().With(method), AnyState);
            await Send(
                HttpStatusCode.PreconditionFailed,
                method,
                One,
                PlotWriting.Patch().With(method),
                ("If-Match", "\"0\"")
            );
            await Send(HttpStatusCode.PreconditionRequired, method, One, PlotWriting.Patch().With(method));
        }
        await Send(HttpStatusCode.BadRequest, HttpMethod.Delete, One, null, AnyState);
        await Send(
            HttpStatusCode.Forbidden,
            HttpMethod.Delete,
            One + Why,
            null,
            AnyState,
            ("Origin", "https://else.example")
        );
        await Send(HttpStatusCode.NotFound, HttpMethod.Delete, Items + "/none" + Why, null, AnyState);
        await Send(HttpStatusCode.PreconditionFailed, HttpMethod.Delete, One + Why, null, ("If-Match", "\"0\""));
        await Send(HttpStatusCode.PreconditionRequired, HttpMethod.Delete, One + Why, null);
        await Send(HttpStatusCode.UnprocessableEntity, HttpMethod.Delete, One + "?on=2020-01-01&why=x", null, AnyState);
        await Send(HttpStatusCode.NoContent, HttpMethod.Delete, One + Why, null, AnyState);

        async Task Refuse(HttpMethod method, string path, params (string, string)[] headers)
        {
            var body = method == HttpMethod.Post ? Feature("HT-2") : PlotWriting.Patch().With(method);
            var odd = new JsonObject { ["colour"] = "red" }.With(method);
            var large = body.DeepClone().AsObject();
            large["issues"] = new string(' ', 2 * 1024 * 1024);
            await Send(HttpStatusCode.BadRequest, method, path + "?on=2199-01-01", body, headers);
            await Send(HttpStatusCode.UnprocessableEntity, method, path, odd, headers);
            await Send(HttpStatusCode.NotAcceptable, method, path, body, [.. headers, ("Accept", "image/png")]);
            await Send(HttpStatusCode.Forbidden, method, path, body, [.. headers, ("Origin", "https://else.example")]);
            await Send(HttpStatusCode.RequestEntityTooLarge, method, path, large, headers);
            using var text = Request(method, path, body, "text/plain", headers);
            await Answered(HttpStatusCode.UnsupportedMediaType, text);
        }

        async Task Send(
            HttpStatusCode status,
            HttpMethod method,
            string path,
            JsonObject? body,
            params (string, string)[] headers
        )
        {
            using var request = Request(method, path, body, method == HttpMethod.Patch ? MergePatch : GeoJson, headers);
            request.Headers.ExpectContinue = status == HttpStatusCode.RequestEntityTooLarge;
            await Answered(status, request);
        }

        async Task Answered(HttpStatusCode status, HttpRequestMessage request)
        {
            using var answer = await service.Client.SendAsync(request);
            Assert.True(
                answer.StatusCode == status,
                $"{request.Method} {request.RequestUri}: {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"
            );
        }
    }

    /// <summary>A number that plots of two counties have.</summary>
    public static async Task Ambiguous(RunningService service, string number)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete])
        {
            var body = method == HttpMethod.Delete ? null : PlotWriting.Patch().With(method);
            using var request = Request(
                method,
                $"{Items}/{number}{Why}",
                body,
                method == HttpMethod.Patch ? MergePatch : GeoJson,
                AnyState
            );
            using var answer = await service.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        }
    }

    /// <summary>A whole plot says that it is a feature.</summary>
    private static JsonObject With(this JsonObject body, HttpMethod method)
    {
        if (method != HttpMethod.Patch)
            body["type"] = "Feature";
        return body;
    }
}

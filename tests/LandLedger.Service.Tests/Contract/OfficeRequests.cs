using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LandLedger.Disposal;
using LandLedger.GeoPackage;
using LandLedger.Import;
using LandLedger.Issuing;
using LandLedger.Rules;

namespace LandLedger.Service.Tests.Contract;

/// <summary>All that a write of what the office keeps can be answered with, and what rules of the past refuse.</summary>
internal static class OfficeRequests
{
    public const string Templates = "/office/templates";
    public const string Template = Templates + "/investigation-notice";
    public const string Calendar = "/office/calendar";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Year =
        """{"years":[{"year":2031,"source":{"zh":"通知","en":"Notice"},"trust":"U","off":[{"from":"2031-01-01","to":"2031-01-01"}],"worked":[]}]}""";

    public static async Task Take(RunningService service)
    {
        var docx = await service.Client.GetByteArrayAsync(Template);
        var turn = service.Part<Imports.ImportTurn>();
        foreach (
            var (path, type, body) in ((string, string, byte[])[])
                [(Template, Docx, docx), (Calendar, "application/json", Encoding.UTF8.GetBytes(Year))]
        )
        {
            await Send(HttpStatusCode.NotFound, HttpMethod.Delete, path);
            await Send(HttpStatusCode.OK, HttpMethod.Put, path, type, body);
            await Send(HttpStatusCode.BadRequest, HttpMethod.Put, path + "?colour=red", type, body);
            await Send(HttpStatusCode.UnprocessableEntity, HttpMethod.Put, path, type, "{}"u8.ToArray());
            await Send(HttpStatusCode.NotAcceptable, HttpMethod.Put, path, type, body, ("Accept", "image/png"));
            await Send(HttpStatusCode.RequestEntityTooLarge, HttpMethod.Put, path, type, new byte[60 * 1024 * 1024]);
            await Send(HttpStatusCode.UnsupportedMediaType, HttpMethod.Put, path, "text/plain", body);
            Assert.True(await turn.WaitAsync(CancellationToken.None));
            await Send(HttpStatusCode.Conflict, HttpMethod.Put, path, type, body);
            await Send(HttpStatusCode.Conflict, HttpMethod.Delete, path);
            turn.End();
            await Send(HttpStatusCode.BadRequest, HttpMethod.Delete, path + "?colour=red");
            await Send(HttpStatusCode.NoContent, HttpMethod.Delete, path);
        }
        await Send(HttpStatusCode.NotFound, HttpMethod.Put, Templates + "/none", Docx, docx);

        async Task Send(
            HttpStatusCode status,
            HttpMethod method,
            string path,
            string? type = null,
            byte[]? body = null,
            params (string Name, string Value)[] headers
        )
        {
            using var request = new HttpRequestMessage(method, path);
            if (body is not null)
            {
                request.Content = new ByteArrayContent(body);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue(type!);
            }
            request.Headers.ExpectContinue = status == HttpStatusCode.RequestEntityTooLarge;
            foreach (var (name, value) in headers)
                request.Headers.TryAddWithoutValidation(name, value);
            using var answer = await service.Client.SendAsync(request);
            Assert.True(
                answer.StatusCode == status,
                $"{method} {path}: {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"
            );
        }
    }

    /// <summary>A list is issued by a package that says something else under the name of the one at hand: from then on that one judges nothing of the past.</summary>
    public static async Task Alter(RunningService service)
    {
        var other = RuleSets.Default with
        {
            Text = new(
                RuleKind.Package,
                RuleSets.Default.Id,
                RuleSets.Default.Version,
                json =>
                {
                    json.WriteStartObject();
                    json.WriteEndObject();
                }
            ),
        };
        var day = new DateOnly(2026, 6, 30);
        using (var store = GeoPackageStore.Open(service.StorePath, StoreMode.Write))
        {
            var made = new ListBook(store).Issue(
                new()
                {
                    Who = "王办",
                    Reason = "x",
                    Judge = () =>
                        DisposalList.Of(
                            ParkEvaluation.Of(store, other, day, PlotQuery.All),
                            ListBasis.Of(other, day, "park"),
                            Texts.Chinese
                        ),
                },
                new() { At = service.Part<ServiceOptions>().Clock.GetLocalNow() }
            );
            Assert.NotNull(made.List);
        }
        foreach (
            var path in (string[])
                [
                    "/progress?on=2026-06-30",
                    "/diff?from=2024-01-01&to=2026-06-30&recordedFrom=2199-01-01T00:00:00Z&recordedTo=2199-01-01T00:00:00Z",
                ]
        )
        {
            using var answer = await service.Client.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.Conflict, $"{path}: {answer.StatusCode}");
        }
    }
}

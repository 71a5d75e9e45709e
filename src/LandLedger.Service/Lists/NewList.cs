using System.Text.Json;
using LandLedger.Cases;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Formats.Lists;
using LandLedger.Issuing;
using LandLedger.Office;
using LandLedger.Service.Http;
using LandLedger.Service.Imports;
using LandLedger.Service.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Lists;

/// <summary>Issues a list, and takes steps about one. What is refused leaves the store as it was.</summary>
internal static class NewList
{
    public static Task<Results<Stepped, Problem>> IssueAsync(
        HttpRequest request,
        Park park,
        ImportTurn turn,
        ServiceOptions options,
        CancellationToken cancel
    ) =>
        JsonBody.TakeAsync<ListBody, Stepped>(
            request,
            turn,
            json => Read(json, ListBody.OfList, request),
            body =>
            {
                var (asOf, categories) = (body.Day("asOf")!.Value, body.Categories);
                var (list, refusal) = new ListBook(park.Store).Issue(
                    new()
                    {
                        Categories = categories,
                        Who = body.Who,
                        Reason = body.Text("reason"),
                        Document = body.Text("document"),
                        Judge = () =>
                            DisposalList.Of(
                                park.All(asOf, shapes: true, CancellationToken.None),
                                park.Basis(asOf),
                                body.Text("language") == Texts.English.Tag ? Texts.English : Texts.Chinese,
                                categories
                            ),
                        Digests = ListFile.Digests,
                    },
                    Recording(request, options)
                );
                return list is null
                    ? ListProblem.Of(refusal!)
                    : IssuedLists.Answer(list, Links.To(request, "disposal-lists/" + list.Number));
            },
            cancel
        );

    public static Task<Results<Stepped, Problem>> TakeAsync(
        string number,
        HttpRequest request,
        Park park,
        ImportTurn turn,
        ServiceOptions options,
        CancellationToken cancel
    ) =>
        JsonBody.TakeAsync<ListBody, Stepped>(
            request,
            turn,
            json => Read(json, ListBody.OfStep, request),
            body =>
            {
                if (ListNumber.Parse(number) is not { } known)
                    return IssuedLists.Unknown(number);
                var recording = Recording(request, options) with { After = Stepped.StepsOf(request) };
                var (step, wrong) = PublicationPeriod.Of(
                    StepOf(body),
                    body.Whole("days"),
                    body.Flag("working") ?? false,
                    OfficeBook.CalendarOf(park.Opened.Ledger)
                );
                if (step is null)
                    return ListProblem.Of(wrong!);
                var (list, refusal) = new ListBook(park.Store).Take(known, step, recording);
                return list is null ? ListProblem.Of(refusal!) : IssuedLists.Answer(list);
            },
            cancel
        );

    private static ListStep StepOf(ListBody body)
    {
        var kind = CodeText.Parse<ListStepKind>(body.Text("kind"));
        return new()
        {
            Kind = kind,
            Day = body.Day("day")!.Value,
            Who = body.Who,
            Reason = body.Text("reason"),
            Document = body.Text("document"),
            Row = body.Whole("row"),
            Objector = body.Text("objector"),
            Objection = body.Whole("objection"),
            IsUpheld = body.Flag("upheld"),
            Until = body.Day("until"),
            Redaction =
                body.Text("redaction") ?? (kind == ListStepKind.Published ? Redaction.Default.ToString() : null),
        };
    }

    private static (ListBody?, Problem?) Read(JsonElement json, IReadOnlyList<ListMember> members, HttpRequest request)
    {
        var (body, refusal) = ListBody.Read(json, members, Caller.Of(request));
        return refusal is not null ? (null, ListProblem.Of(refusal))
            : body!.OfOther() is { } other ? (null, other)
            : (body, null);
    }

    private static ListRecording Recording(HttpRequest request, ServiceOptions options) =>
        new() { At = options.Clock.GetLocalNow(), Key = JsonBody.KeyOf(request) };
}

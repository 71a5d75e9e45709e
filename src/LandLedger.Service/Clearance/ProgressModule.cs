using LandLedger.Cases;
using LandLedger.Clearance;
using LandLedger.Formats.Json;
using LandLedger.Formats.Lists;
using LandLedger.Issuing;
using LandLedger.Office;
using LandLedger.People;
using LandLedger.Service.Cases;
using LandLedger.Service.Http;
using LandLedger.Service.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Clearance;

internal sealed class ProgressModule : ServiceModule
{
    /// <summary>Number of the issued list that is the stock; the plots as judged on 1 January when not given.</summary>
    private static readonly Parameter<ListNumber?> Base = new(
        "base",
        (string text, out ListNumber? value) => (value = ListNumber.Parse(text)) is not null,
        null,
        Reading.TextSchema
    );

    private static readonly Parameter<int?> TargetPlots = new("targetPlots", Reading.Count, null, Reading.CountSchema);

    private static readonly Parameter<decimal?> TargetMu = new("targetMu", Reading.Above0, null, Reading.Above0Schema);

    private static readonly Parameter<decimal?> TargetShare = new(
        "targetShare",
        Reading.Share,
        null,
        Reading.Above0Schema
    );

    public ProgressModule(IServiceProvider services)
        : base(services) =>
        Get(
            "/progress",
            Show,
            new("progress")
            {
                Needs = Right.Files,
                IsUncut = true,
                Parameters = [CaseParameters.On, Base, TargetPlots, TargetMu, TargetShare, Parameters.Lang],
                Offers = [MediaTypes.Json, MediaTypes.Csv],
                Schema = "Clearance",
                Problems = ["list-unknown", "rules-other"],
            }
        );

    /// <summary>How far the stock of the year of the day is cleared.</summary>
    private static Results<JsonAnswer, Streamed, Problem> Show(
        Query query,
        Park park,
        ServiceOptions options,
        HttpRequest request,
        CancellationToken cancel
    )
    {
        var on = query.Of(CaseParameters.On) ?? options.Today;
        if (PastRules.Same(options.Rules, park.Opened).Problem is { } other)
            return other;
        if (Stock(query.Of(Base), park, new(on.Year, 1, 1), cancel) is not { } stock)
            return IssuedLists.Unknown(query.Of(Base)!.Value.ToString());
        var calendar = OfficeBook.CalendarOf(park.Opened.Ledger);
        var target = new ClearanceTarget(query.Of(TargetPlots), query.Of(TargetMu), query.Of(TargetShare));
        var table = ClearanceTable.Of(
            stock,
            on.Year,
            on,
            park.Basis(on),
            park.All(on, shapes: false, cancel),
            new CaseBook(park.Store, calendar).List(CaseQuery.All),
            calendar,
            target == new ClearanceTarget(null, null, null) ? null : target,
            options.Targets
        );
        if (query.MediaType != MediaTypes.Csv)
            return new JsonAnswer(json => ClearanceJson.Write(json, table));
        var texts = query.Of(Parameters.Lang) ?? Languages.Of(request);
        return new Streamed(
            ListFile.MediaType(ListForm.Csv),
            (output, token) => output.WriteAsync(ClearanceCsv.Write(table, texts), token).AsTask()
        );
    }

    private static ClearanceStock? Stock(ListNumber? number, Park park, DateOnly day, CancellationToken cancel)
    {
        if (number is not { } list)
            return ClearanceStock.Of(park.Basis(day), park.All(day, shapes: false, cancel));
        var book = new ListBook(park.Store);
        return book.Find(list) is { } issued ? ClearanceStock.Of(issued, book.Rows(issued)) : null;
    }
}

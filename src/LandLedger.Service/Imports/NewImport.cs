using LandLedger.Formats;
using LandLedger.Formats.Json;
using LandLedger.Import;
using LandLedger.Service.Http;
using LandLedger.Service.People;
using LandLedger.Service.Plots.Writing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Imports;

/// <summary>
/// Takes files into the store: all or nothing, or what is good of them. The answer is the import report; refused files leave the
/// store as it was, and their report comes with the problem. An import whose sender goes away is undone.
/// </summary>
internal static class NewImport
{
    private const int SoonSeconds = 10;

    public static async Task<Results<JsonAnswer, Problem>> TakeAsync(
        HttpRequest request,
        Query query,
        Park park,
        ImportTurn turn,
        ServiceOptions options,
        CancellationToken cancel
    )
    {
        if (Origins.IsForeign(request))
            return new Problem("origin-foreign");
        if (query.Of(Parameters.On) > options.Today)
            return Query.Wrong(Parameters.On, request, options);
        using var spool = new Spool();
        if (await Upload.TakeAsync(request, spool, options, cancel) is { } problem)
            return problem;
        if (!await turn.WaitAsync(cancel))
            return new Problem("import-running") { RetryAfter = SoonSeconds };
        try
        {
            var asked = Asked(query, options, Caller.Of(request));
            var report = await Task.Run(() => Run(park.Store, spool, asked, cancel), cancel);
            return report.Outcome == ImportOutcome.Refused
                ? PlotProblem.Refused(report)
                : new JsonAnswer(json => ImportReportJson.Write(json, report));
        }
        finally
        {
            turn.End();
        }
    }

    private static ImportReport Run(IPlotStore store, Spool spool, ImportOptions asked, CancellationToken cancel)
    {
        var files = ImportFiles.Open(Upload.ToOpen(spool.Paths), asked.Crs);
        try
        {
            return Importer.Import(store, files, asked, cancel);
        }
        finally
        {
            foreach (var part in files.SelectMany(file => file.Parts))
                part.Dispose();
        }
    }

    private static ImportOptions Asked(Query query, ServiceOptions options, Caller caller) =>
        new()
        {
            On = query.Of(Parameters.On) ?? options.Today,
            RecordedAt = options.Clock.GetUtcNow(),
            By = caller.Writer(query),
            Why = query.Of(Parameters.Why),
            Layout = query.Of(Parameters.Layout),
            Crs = query.Of(Parameters.Crs),
            County = query.Of(Parameters.County),
            KeepGood = query.Of(Parameters.KeepGood),
            EndAll = query.Of(Parameters.EndAll),
            Earlier = query.Of(Parameters.Earlier),
        };
}

using LandLedger.Import;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Plots.Writing;

/// <summary>Adds, replaces, changes and ends single plots (OGC API Features, Part 4). What is refused leaves the store as it was.</summary>
internal static class PlotWrites
{
    /// <summary>Media types of a whole plot, and of changes to one.</summary>
    public static readonly IReadOnlyList<string> Features = [MediaTypes.GeoJson, MediaTypes.Json];

    public static readonly IReadOnlyList<string> Patches = [MediaTypes.MergePatch];

    public static Task<Results<Tagged, Problem>> AddAsync([AsParameters] PlotRequest request) =>
        TakeAsync(request, PlotBody.OfFeature, body => Add(request, body), Features);

    public static Task<Results<Tagged, Problem>> ReplaceAsync(string id, [AsParameters] PlotRequest request) =>
        TakeAsync(request, PlotBody.OfFeature, body => Change(request, id, body, replaces: true), Features);

    public static Task<Results<Tagged, Problem>> UpdateAsync(string id, [AsParameters] PlotRequest request) =>
        TakeAsync(request, PlotBody.OfPatch, body => Change(request, id, body, replaces: false), Patches);

    public static async Task<Results<NoContent, Problem>> EndAsync(string id, [AsParameters] PlotRequest request)
    {
        if (Origins.IsForeign(request.Http))
            return new Problem("origin-foreign");
        if (request.Wrong() is { } wrong)
            return wrong;
        foreach (var needed in (Parameter[])[Parameters.Since, Parameters.Why])
        {
            if (!request.Query.Has(needed))
                return Query.Missing(needed, request.Http, request.Options);
        }
        return await JsonBody.TakeAsync<NoContent>(request.Turn, () => End(request, id), request.Cancel);
    }

    private static Task<Results<Tagged, Problem>> TakeAsync(
        PlotRequest request,
        Func<System.Text.Json.JsonElement, (PlotBody?, Problem?)> read,
        Func<PlotBody, Results<Tagged, Problem>> take,
        IReadOnlyList<string> types
    ) =>
        JsonBody.TakeAsync(
            request.Http,
            request.Turn,
            json => request.Wrong() is { } wrong ? (null, wrong) : read(json),
            take,
            request.Cancel,
            types
        );

    private static Results<Tagged, Problem> Add(PlotRequest request, PlotBody body)
    {
        if (body.Unwritable() is { } unwritable)
            return unwritable;
        if (body.Number is not { } number)
            return PlotBody.Wrong("properties.plot", "string");
        var plot = new PlotKey(body.County ?? "", number);
        if (body.Id is { } id && id != number && id != plot.ToString())
            return PlotBody.Wrong("id", number);
        var write = request.Write(number, body.County, body.Raw);
        var written = new PlotBook(request.Park.Opened).Add(
            write,
            () => SaidPlot.File(body, plot, null, request.Crs!.Crs, write.Source),
            request.Import
        );
        return Answer(request, write, written);
    }

    private static Results<Tagged, Problem> Change(PlotRequest request, string id, PlotBody body, bool replaces)
    {
        var (stored, problem) = request.Find(id);
        if (problem is not null)
            return problem;
        var plot = PlotKey.Of(stored!);
        var wrong =
            Other(body, id, plot) ?? (replaces ? body.Keep(ShownPlot.Of(stored!, body, request)) : body.Unwritable());
        if (wrong is not null)
            return wrong;
        var write = request.Write(plot.Number, plot.County, body.Raw);
        var written = new PlotBook(request.Park.Opened).Change(
            write,
            known => SaidPlot.File(body, plot, replaces ? known : null, request.Crs!.Crs, write.Source),
            request.Import
        );
        return Answer(request, write, written);
    }

    private static Results<NoContent, Problem> End(PlotRequest request, string id)
    {
        var (stored, problem) = request.Find(id);
        if (problem is not null)
            return problem;
        var plot = PlotKey.Of(stored!);
        var write = request.Write(plot.Number, plot.County, "");
        var written = new PlotBook(request.Park.Opened).End(write, request.Import);
        return PlotProblem.Of(write, written) is { } refused ? refused : TypedResults.NoContent();
    }

    /// <summary>What a body says of which plot it is, where that is another one than the address says.</summary>
    private static Problem? Other(PlotBody body, string id, PlotKey plot) =>
        body.Id is { } said && said != plot.Number && said != plot.ToString() && said != Links.Part(id)
            ? PlotBody.Wrong("id", Links.Part(id))
        : (body.Number ?? plot.Number) != plot.Number ? PlotBody.Wrong("properties.plot", plot.Number)
        : (body.County ?? plot.County) != plot.County ? PlotBody.Wrong("properties.county", plot.County)
        : null;

    private static Results<Tagged, Problem> Answer(PlotRequest request, PlotWrite write, PlotWritten written)
    {
        if (PlotProblem.Of(write, written) is { } refused)
            return refused;
        var found = FoundPlot.Of($"{written.Plot}", request.Query, request.Park, request.Options);
        return found.Problem is { } gone ? gone : WrittenPlot.Answer(request, found, written.Report?.Issues ?? []);
    }
}

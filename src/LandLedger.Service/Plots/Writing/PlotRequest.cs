using System.Security.Cryptography;
using System.Text;
using LandLedger.Import;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using LandLedger.Service.Imports;
using LandLedger.Service.People;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Plots.Writing;

/// <summary>A request that writes a plot, with what it is carried out by: who writes, since when it holds, why, and for which state it was decided.</summary>
internal sealed record PlotRequest(
    HttpRequest Http,
    HttpResponse Response,
    Query Query,
    Park Park,
    ImportTurn Turn,
    ServiceOptions Options,
    CancellationToken Cancel
)
{
    /// <summary>The header that names the system of the positions in the body.</summary>
    public const string CrsHeader = "Content-Crs";

    private string Writer => Caller.Of(Http).Writer(Query);

    private DateOnly Since => Query.Of(Parameters.Since) ?? Options.Today;

    /// <summary>The system of the positions; longitude and latitude where none is named, null where it is not known.</summary>
    public AskedCrs? Crs
    {
        get
        {
            if (Http.Headers[CrsHeader] is not [{ } named, ..])
                return CrsUri.LonLat;
            return CrsUri.TryRead(named.Trim().TrimStart('<').TrimEnd('>'), out var crs) ? crs : null;
        }
    }

    /// <summary>What is wrong with the request, its body aside; null where nothing is.</summary>
    public Problem? Wrong() =>
        Since > Options.Today ? Query.Wrong(Parameters.Since, Http, Options)
        : Crs is null
            ? new(
                "header-wrong",
                ("header", CrsHeader),
                ("value", Http.Headers[CrsHeader].ToString()),
                ("expected", CrsUri.LonLat.Name)
            )
        : null;

    /// <summary>The plot of the register that an address names, and that the request says to know; or why there is none to write.</summary>
    public (Plot? Plot, Problem? Problem) Find(string id)
    {
        var name = Links.Part(id);
        var county = Query.Of(Parameters.County);
        var named = Park.Store.Named(name).Where(plot => (county ?? plot.County) == plot.County).ToList();
        // Who ended a plot and did not hear of it may say so again, by his key.
        if (named.Exists(plot => plot.EndedOn is null) || JsonBody.KeyOf(Http) is null)
            named.RemoveAll(plot => plot.EndedOn is not null);
        return named switch
        {
            [] => (null, FoundPlot.Unknown(name)),
            [var plot] => (plot, Http.Headers.IfMatch.Count == 0 ? new("if-match-missing", ("plot", name)) : null),
            _ => (null, FoundPlot.Ambiguous(name, named.Select(PlotKey.Of))),
        };
    }

    /// <summary>The write, whose source in the ledger is the request.</summary>
    /// <param name="county">Null of a new plot that is given none.</param>
    /// <param name="body">All that the body says.</param>
    public PlotWrite Write(string number, string? county, string body)
    {
        var (path, id) = (
            PlotCollection.Plots.Path + "/items",
            HttpMethods.IsPost(Http.Method) ? "" : $"/{county}:{number}"
        );
        string[] said =
        [
            body,
            $"{Query.Of(Parameters.Since):O}",
            Writer,
            $"{Query.Of(Parameters.Why)}",
            $"{Crs?.Crs.Code}",
        ];
        return new()
        {
            Number = number,
            County = county,
            Source = new(
                $"{Http.Method} {path}{id}",
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', said))))
            ),
            Within = Park.Sight.Scope,
            Key = JsonBody.KeyOf(Http),
            DecidedOn = HttpMethods.IsPost(Http.Method) ? null : Tagged.StatesOf(Http),
        };
    }

    public ImportOptions Import =>
        new()
        {
            On = Since,
            RecordedAt = Options.Clock.GetUtcNow(),
            By = Writer,
            Why = Query.Of(Parameters.Why),
            Earlier = Query.Of(Parameters.Earlier),
            Layout = Layouts.Find("own"),
        };
}

using LandLedger.Formats.Json;
using LandLedger.Import;
using LandLedger.Service.Http;

namespace LandLedger.Service.Plots.Writing;

/// <summary>Why a plot was not written, as an answer.</summary>
internal static class PlotProblem
{
    /// <summary>Null where it was written.</summary>
    public static Problem? Of(PlotWrite write, PlotWritten written) =>
        written.Refusal switch
        {
            null => null,
            PlotRefusal.Exists => new("plot-exists", ("plot", write.Number)),
            PlotRefusal.Unknown => FoundPlot.Unknown(write.Number),
            PlotRefusal.WentOn => new("plot-went-on", ("plot", write.Number)),
            PlotRefusal.Outside => new("scope-bounded-plot", ("plot", write.Number)),
            PlotRefusal.KeyOther => new("key-other", ("key", write.Key!)),
            _ => Refused(written.Report!),
        };

    /// <summary>The problem with the members of the report beside its own.</summary>
    public static Problem Refused(ImportReport report) =>
        new("import-refused")
        {
            More = json => Json.WriteMembers(json, whole => ImportReportJson.Write(whole, report)),
        };
}

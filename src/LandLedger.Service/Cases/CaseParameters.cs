using LandLedger.Cases;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Cases;

/// <summary>The parameters that say which cases are wanted.</summary>
internal static class CaseParameters
{
    public static readonly Parameter<string?> Plot = new("plot", Reading.Text, null, Reading.TextSchema);

    public static readonly Parameter<string?> Procedure = new(
        "procedure",
        Reading.Text,
        null,
        options => Reading.OneOf(options.Store.Procedures.Ids)
    );

    public static readonly Parameter<string?> State = new("state", Reading.Text, null, Reading.TextSchema);

    public static readonly Parameter<string?> Unit = new("unit", Reading.Text, null, Reading.TextSchema);

    public static readonly Parameter<bool?> Closed = new(
        "closed",
        (string text, out bool? value) =>
        {
            var done = Reading.Flag(text, out var flag);
            value = flag;
            return done;
        },
        null,
        _ => new() { ["type"] = "boolean" }
    );

    public static readonly Parameter<DateOnly?> DueBy = new("dueBy", Reading.Day, null, Reading.DaySchema);

    public static readonly Parameter<DateOnly?> OverdueOn = new("overdueOn", Reading.Day, null, Reading.DaySchema);

    /// <summary>The day that counts; today when not given.</summary>
    public static readonly Parameter<DateOnly?> On = new("on", Reading.Day, null, Reading.DaySchema)
    {
        Sentence = "on.case",
    };

    public static readonly Parameter<bool> Overdue = new("overdue", Reading.Flag, false, Reading.FlagSchema);

    /// <summary>Behind which case a page begins.</summary>
    public static readonly Parameter<CaseNumber?> Page = new(
        "cursor",
        (string text, out CaseNumber? value) => (value = CaseNumber.Parse(text)) is not null,
        null,
        Reading.TextSchema
    );

    public static IReadOnlyList<Parameter> OfCases => [Plot, Parameters.County, Procedure, State, Unit];

    /// <summary>That the procedure asked for is none of those at hand.</summary>
    public static Problem? Unknown(Query query, HttpRequest request, ServiceOptions options) =>
        query.Of(Procedure) is { } id && !options.Store.Procedures.Ids.Contains(id, StringComparer.Ordinal)
            ? Query.Wrong(Procedure, request, options)
            : null;

    public static CaseQuery Of(Query query) =>
        new()
        {
            Plot = query.Of(Plot),
            County = query.Of(Parameters.County),
            Procedure = query.Of(Procedure),
            State = query.Of(State),
            Unit = query.Of(Unit),
            IsClosed = query.Of(Closed),
            DueBy = query.Of(DueBy),
            OverdueOn = query.Of(OverdueOn),
            After = query.Of(Page),
        };
}

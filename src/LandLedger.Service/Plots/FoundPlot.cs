namespace LandLedger.Service.Plots;

/// <summary>The one plot that a request names, judged; or why there is not one.</summary>
internal readonly record struct FoundPlot(Evaluation? Evaluation, Problem? Problem)
{
    public static FoundPlot Of(Park park, string number, string? county, DateOnly asOf)
    {
        var found = park.Find(number, asOf);
        if (county is not null)
            found = [.. found.Where(evaluation => evaluation.Plot.County == county)];
        return found switch
        {
            [var one] => new(one, null),
            [] => new(null, new("plot-unknown", ("plot", number))),
            _ => new(
                null,
                new(
                    "plot-ambiguous",
                    ("plot", number),
                    ("counties", string.Join(", ", found.Select(evaluation => evaluation.Plot.County)))
                )
            ),
        };
    }
}

using LandLedger.Import;

namespace LandLedger.PostGis.Reading;

/// <summary>
/// A statement about plots p that are in the register, as it is sent for a question of a day and for any other: since when a plot is there,
/// only the former asks.
/// </summary>
/// <param name="of">The statement with the condition in it.</param>
/// <param name="day">The parameter that end days must lie behind: the day itself, where one is asked for.</param>
internal sealed class Register(Func<string, string> of, string day = Register.OfPage)
{
    private const string OfPage = "$3";

    private readonly string _ends = of(Ends(day));
    private readonly string _both = of(Both(day));

    public string Of(PlotQuery asked) => asked.On is null ? _ends : _both;

    /// <summary>The condition alone, with the day in the place that it has in statements of pages.</summary>
    public static string Condition(PlotQuery asked) => asked.On is null ? Ends(OfPage) : Both(OfPage);

    private static string Ends(string day) => $"(p.ended_on IS NULL OR p.ended_on > {day})";

    private static string Both(string day) => $"({Ends(day)} AND (p.entered_on IS NULL OR p.entered_on <= {day}))";
}

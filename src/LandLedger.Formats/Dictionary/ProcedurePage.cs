using System.Globalization;
using System.Text;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Rules;
using static LandLedger.Formats.Dictionary.BilingualPage;

namespace LandLedger.Formats.Dictionary;

/// <summary>
/// The procedures as one Markdown page in Chinese and English, <c>docs/procedures.md</c>: states, periods and steps, with who acts, what is
/// made, by which clause, and how far that was verified; and of which years the working days are known.
/// </summary>
public static class ProcedurePage
{
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append("# ").Append(Both("procedures-page.title")).Append("\n\n").Append(Lines("procedures-page.intro"));
        Section(page, "procedures-page.days").Append(Lines("procedures-page.days.about"));
        foreach (var procedure in Procedures.Shipped.All)
            Write(page, procedure);
        Calendar(page);
        return page.ToString();
    }

    private static void Write(StringBuilder page, Procedure procedure)
    {
        page.Append("\n## `").Append(procedure.Id).Append("` ").Append(Pair(procedure.Title));
        page.Append(' ').Append(procedure.Version).Append("\n\n");
        page.Append(Both("procedures-page.categories")).Append(": ");
        page.AppendJoin(", ", procedure.Categories.Select(category => Both("category." + Codes.Of(category))));
        page.Append("\n\n");
        Heads(page, "state", "name", "kind");
        foreach (var state in procedure.States)
            Row(page, Mark(state.Id), Pair(state.Title), Kind(state));
        page.Append('\n');
        Heads(page, "clock", "name", "length", "who", "article", "trust");
        foreach (var clock in procedure.Clocks)
            Row(
                page,
                [Mark(clock.Id), Pair(clock.Title), Length(clock), Who(clock), .. Source(clock.Clause, procedure)]
            );
        page.Append('\n');
        Heads(page, "step", "name", "from", "to", "who", "paper", "clock", "article", "trust");
        foreach (var step in procedure.Steps)
            Row(
                page,
                [
                    Mark(step.Id),
                    Pair(step.Title),
                    From(step, procedure),
                    step.To is { } to ? Mark(to) : "",
                    Both("actor." + CodeText.Of(step.By)),
                    step.Paper is { } paper ? Both("paper." + CodeText.Of(paper)) : "",
                    Clocks(step),
                    .. Source(step.Clause, procedure),
                ]
            );
    }

    private static void Calendar(StringBuilder page)
    {
        Section(page, "procedures-page.calendar");
        Heads(page, "year", "source", "trust");
        foreach (var year in HolidayCalendar.Default.Years)
            Row(page, year.Year.ToString(CultureInfo.InvariantCulture), Pair(year.Source), Mark(Codes.Of(year.Trust)));
    }

    private static string Kind(CaseState state) =>
        state.IsClosed ? Both("procedures-page.closed")
        : state.IsPublished ? Both("procedures-page.published")
        : "";

    private static string Length(ProcedureClock clock)
    {
        if (clock.IsAsked)
            return Both("procedures-page.asked");
        return string.Join(
            "; ",
            clock.LengthsIn(Texts.Chinese).Zip(clock.LengthsIn(Texts.English), BilingualPage.Pair)
        );
    }

    private static string Who(ProcedureClock clock)
    {
        var who = Both("actor." + CodeText.Of(clock.By));
        return clock.IsRight ? who + " " + Both("procedures-page.right") : who;
    }

    /// <summary>Steps of every open state say so in a word.</summary>
    private static string From(ProcedureStep step, Procedure procedure) =>
        step.Opens ? Both("procedures-page.opens")
        : step.From.Count == procedure.States.Count(state => !state.IsClosed) ? Both("procedures-page.any")
        : string.Join(", ", step.From.Select(Mark));

    private static string Clocks(ProcedureStep step)
    {
        (string Key, IReadOnlyList<ProcedureClock> Clocks)[] all =
        [
            ("starts", step.Starts),
            ("stops", step.Stops),
            ("extends", step.Extends),
            ("suspends", step.Suspends),
            ("resumes", step.Resumes),
        ];
        return string.Join("; ", all.Where(one => one.Clocks.Count > 0).Select(Named));
    }

    private static string Named((string Key, IReadOnlyList<ProcedureClock> Clocks) one)
    {
        var key = Both("procedures-page." + one.Key);
        // A step that suspends or resumes does so to all that run.
        return one.Key is "suspends" or "resumes"
            ? key
            : key + " " + string.Join(", ", one.Clocks.Select(clock => Mark(clock.Id)));
    }

    private static IEnumerable<string> Source(LawReference clause, Procedure procedure)
    {
        yield return BilingualPage.Source(clause, procedure.Instruments);
        yield return Mark(Codes.Of(clause.Trust));
    }

    private static void Heads(StringBuilder page, params IReadOnlyList<string> keys)
    {
        Row(page, keys.Select(key => Both("procedures-page." + key)));
        Rule(page, keys.Count);
    }

    private static string Pair(IReadOnlyDictionary<string, string> words) =>
        BilingualPage.Pair(words["zh"], words["en"]);
}

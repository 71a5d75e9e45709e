using LandLedger.Fields;

namespace LandLedger.Rules.LowEfficiency;

/// <summary>Conditions that hold a plot against a number of the package, which may go by sector.</summary>
internal static class ByNumber
{
    private static readonly Field[] SectorField = [PlotFields.Sector];

    public static Outcome Note(
        Judgement judgement,
        NumberKey key,
        string rule,
        Func<Judgement, string, Threshold, Outcome> note
    ) => Note(judgement, key, rule, note, static (judgement, rule, note, number) => note(judgement, rule, number));

    /// <summary>
    /// Notes by the number for the sector of the plot. Where the sector is not known, the outcome must be the same by the lowest and by
    /// the highest number that it may be; else it is undetermined for want of the sector. Below the lowest, not below the highest: that is
    /// what is noted. Expects of the condition that between two
    /// numbers with one outcome there is no other.
    /// </summary>
    public static Outcome Note<T>(
        Judgement judgement,
        NumberKey key,
        string rule,
        T with,
        Func<Judgement, string, T, Threshold, Outcome> note
    )
    {
        var range = judgement.Numbers.For(key, judgement.Plot.Premises.Sector);
        if (range.Lowest is not { } lowest || range.Highest is not { } highest)
            return NoteNone(judgement, key, rule);
        if (range.IsOne)
            return note(judgement, rule, with, lowest);
        var start = judgement.Noted;
        var outcome = note(judgement, rule, with, lowest);
        judgement.Strike(start);
        if (range.Gap)
            outcome = Alike(outcome, NoteNone(judgement, key, rule));
        judgement.Strike(start);
        var byHighest = note(judgement, rule, with, highest);
        outcome = Alike(outcome, byHighest);
        if (outcome != byHighest)
            judgement.Strike(start);
        if (outcome == Outcome.NotJudged && byHighest != outcome)
            NoteNone(judgement, key, rule);
        if (outcome == Outcome.Met)
        {
            judgement.Strike(start);
            note(judgement, rule, with, lowest);
        }
        NoteSector(judgement, key, rule, outcome, range);
        return outcome;
    }

    /// <summary>That there is no number: awaited from the county (the rule is not judged), or none in force on the day.</summary>
    public static Outcome NoteNone(Judgement judgement, NumberKey key, string rule)
    {
        var clause = judgement.Clause(rule);
        return judgement.Numbers.Rules.Awaits.Contains(key.Id)
            ? judgement.Note("low.number-awaited", Outcome.NotJudged, Fact.Of(key.Id), default, clause, [key])
            : judgement.Note("low.in-force", Outcome.Undetermined, Fact.Of(judgement.AsOf), default, clause, [key]);
    }

    /// <summary>That the sector is not known: met where the outcome does not hang on it.</summary>
    private static void NoteSector(
        Judgement judgement,
        NumberKey key,
        string rule,
        Outcome outcome,
        in NumberRange range
    ) =>
        judgement.Note(
            "low.sector",
            outcome == Outcome.Undetermined ? outcome : Outcome.Met,
            Fact.Of(range.Lowest!.Value, key.Unit),
            Fact.Of(range.Highest!.Value, key.Unit),
            judgement.Clause(rule),
            outcome == Outcome.Undetermined ? SectorField : null
        );

    /// <summary>What may be denied or not be judged is not judged; that alone keeps no plot undetermined.</summary>
    private static Outcome Alike(Outcome one, Outcome other) =>
        one == other ? one
        : (one, other) is (Outcome.NotMet, Outcome.NotJudged) or (Outcome.NotJudged, Outcome.NotMet) ? Outcome.NotJudged
        : Outcome.Undetermined;
}

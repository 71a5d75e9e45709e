using LandLedger.Cases;

namespace LandLedger.Tests.Cases;

/// <summary>Land that is not idle, taken back.</summary>
internal static class TakenBack
{
    private static readonly (string, Fact)[] None = [];

    private static readonly (string, Fact)[] NotMortgaged = [("mortgaged", Fact.Of(false))];

    /// <summary>Decided and served; the clocks begin with the service.</summary>
    public static Case Of(string procedure) =>
        procedure == "use-changed"
            ? Steps.Walk(
                procedure,
                ("find", "2026-03-02", None),
                ("order", "2026-03-03", [("until", Fact.Of(Day.Of("2026-04-01")))]),
                ("not-correct", "2026-04-02", None),
                ("plan", "2026-04-03", NotMortgaged),
                ("approve", "2026-04-07", None),
                ("tell-hearing", "2026-04-08", None),
                ("waive-hearing", "2026-04-09", None),
                ("decide-take-back", "2026-04-10", None),
                ("serve-take-back", "2026-04-13", None)
            )
            : Steps.Walk(
                procedure,
                ("list", "2026-03-02", None),
                ("first-talk", "2026-03-03", None),
                ("plan", "2026-04-03", [("measure", Fact.Of("take-back")), .. NotMortgaged]),
                ("approve-take-back", "2026-04-07", None),
                ("tell-hearing", "2026-04-08", None),
                ("waive-hearing", "2026-04-09", None),
                ("decide-take-back", "2026-04-10", [("basis", Fact.Of("出让合同第三十二条"))]),
                ("serve-take-back", "2026-04-13", None)
            );
}

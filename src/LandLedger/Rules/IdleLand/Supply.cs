using LandLedger.Fields;

namespace LandLedger.Rules.IdleLand;

/// <summary>
/// Whether land has been supplied to a holder. A plot whose stage nobody wrote down counts as supplied when anything of its
/// contract or allocation paper is known.
/// </summary>
internal static class Supply
{
    private static readonly Field[] StageField = [PlotFields.Stage];

    public static Outcome Of(Plot plot) =>
        plot.Stage switch
        {
            SupplyStage.Supplied => Outcome.Met,
            SupplyStage.Approved or SupplyStage.Reserve => Outcome.NotMet,
            _ => HasPaper(plot.Grant) ? Outcome.Met : Outcome.Undetermined,
        };

    /// <summary>
    /// Notes that the contract came only after the day judged: nothing that it says, and nothing that was seen since, tells whose land it
    /// was and what it was used for.
    /// </summary>
    public static Outcome NoteGrantedLater(Judgement judgement) =>
        judgement.Note(
            Doubts.GrantedLater,
            Outcome.Undetermined,
            Fact.Of(judgement.Plot.Grant.SignedOn),
            Fact.Of(judgement.AsOf),
            judgement.Own,
            StageField
        );

    private static bool HasPaper(Grant grant) =>
        grant.SignedOn is not null
        || grant.Price is not null
        || grant.ContractNumber is not null
        || grant.SupervisionNumber is not null
        || grant.SupplyWay is not null
        || grant.AgreedDelivery is not null
        || grant.AgreedStart is not null
        || grant.AgreedCompletion is not null
        || grant.ActualDelivery is not null
        || grant.Supplements.Count > 0;
}

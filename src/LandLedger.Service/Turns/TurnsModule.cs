using LandLedger.People;
using LandLedger.Service.Http;

namespace LandLedger.Service.Turns;

internal sealed class TurnsModule : ServiceModule
{
    public TurnsModule(IServiceProvider services)
        : base(services)
    {
        Get(
            "/diff",
            Diff.Show,
            new("diff")
            {
                Needs = Right.History,
                Parameters =
                [
                    Diff.From,
                    Diff.To,
                    Diff.RecordedFrom,
                    Diff.RecordedTo,
                    Diff.Rules,
                    Diff.RulesTo,
                    Parameters.Lang,
                ],
                Offers = [MediaTypes.Json, MediaTypes.Csv],
                Schema = "Turns",
                Problems = ["parameter-missing", "recorded-none", "rules-other"],
                Long = true,
            }
        );
        Get(
            "/plots/{id}/classes",
            PlotClasses.Of,
            new("plot.classes")
            {
                Needs = Right.History,
                Parameters =
                [
                    PlotClasses.From,
                    PlotClasses.To,
                    Parameters.County,
                    Parameters.Recorded,
                    Diff.Rules,
                    Parameters.Lang,
                ],
                Schema = "ClassHistory",
                Problems = ["parameter-missing", "plot-unknown", "plot-ambiguous", "rules-other"],
                Long = true,
            }
        );
    }
}

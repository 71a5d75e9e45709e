using LandLedger.People;
using LandLedger.Service.Http;

namespace LandLedger.Service.Ledger;

internal sealed class LedgerModule : ServiceModule
{
    public LedgerModule(IServiceProvider services)
        : base(services)
    {
        Get(
            "/ledger",
            LedgerPage.After,
            new("ledger.entries")
            {
                Needs = Right.History,
                IsUncut = true,
                Parameters = [Parameters.After, Parameters.Limit],
                Schema = "LedgerPage",
            }
        );
        Get(
            "/plots/{id}/history",
            LedgerPage.OfPlot,
            new("ledger.plot")
            {
                Needs = Right.History,
                Parameters =
                [
                    Parameters.County,
                    Parameters.HeldOn,
                    Parameters.Recorded,
                    Parameters.After,
                    Parameters.Limit,
                ],
                Schema = "PlotHistory",
                Problems = ["plot-unknown", "plot-ambiguous"],
            }
        );
    }
}

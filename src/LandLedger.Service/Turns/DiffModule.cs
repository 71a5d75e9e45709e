using LandLedger.People;
using LandLedger.Service.Http;

namespace LandLedger.Service.Turns;

internal sealed class DiffModule : ServiceModule
{
    public DiffModule(IServiceProvider services)
        : base(services) =>
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
}

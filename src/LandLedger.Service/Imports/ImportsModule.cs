using LandLedger.People;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Imports;

internal sealed class ImportsModule : ServiceModule
{
    public ImportsModule(IServiceProvider services)
        : base(services)
    {
        Get(
            "/imports",
            ImportHistory.List,
            new("imports.list")
            {
                Needs = Right.History,
                IsUncut = true,
                Parameters = [Parameters.Limit],
                Schema = "ImportHistory",
            }
        );
        Post(
            "/imports",
            NewImport.TakeAsync,
            new("imports.take")
            {
                Needs = Right.Import,
                IsUncut = true,
                Parameters =
                [
                    Parameters.KeepGood,
                    Parameters.EndAll,
                    Parameters.Layout,
                    Parameters.Crs,
                    Parameters.County,
                    Parameters.On,
                    Parameters.Earlier,
                    Parameters.Writer,
                    Parameters.Why,
                ],
                Schema = "ImportReport",
                Takes = MediaTypes.Multipart,
                Problems =
                [
                    "import-no-files",
                    "origin-foreign",
                    "import-running",
                    "body-too-large",
                    "media-type",
                    "import-refused",
                ],
                ProblemSchemas = new Dictionary<int, string>
                {
                    [StatusCodes.Status422UnprocessableEntity] = "ImportRefused",
                },
                Long = true,
            }
        );
    }
}

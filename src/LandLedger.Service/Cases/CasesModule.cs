using LandLedger.People;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Cases;

internal sealed class CasesModule : ServiceModule
{
    private static readonly string[] Refusals =
    [
        "step-not-allowed",
        "step-wrong",
        "import-field",
        "import-file-name",
        "import-too-many-files",
        .. JsonBody.Refusals,
    ];

    /// <summary>What is told of a step that was not taken.</summary>
    private static readonly Dictionary<int, string> Refused = new()
    {
        [StatusCodes.Status409Conflict] = "StepRefused",
        [StatusCodes.Status412PreconditionFailed] = "StepRefused",
        [StatusCodes.Status422UnprocessableEntity] = "StepRefused",
    };

    public CasesModule(IServiceProvider services)
        : base(services)
    {
        Get(
            "/cases",
            CaseLists.Page,
            new("cases.list")
            {
                Needs = Right.Files,
                Parameters =
                [
                    .. CaseParameters.OfCases,
                    CaseParameters.Closed,
                    CaseParameters.DueBy,
                    CaseParameters.OverdueOn,
                    Parameters.Limit,
                    CaseParameters.Page,
                ],
                Schema = "CaseList",
            }
        );
        Get(
            "/cases/due",
            CaseLists.Due,
            new("cases.due")
            {
                Needs = Right.Files,
                Parameters = [.. CaseParameters.OfCases, CaseParameters.On, CaseParameters.Overdue],
                Schema = "DueList",
            }
        );
        Get(
            "/cases/{number}",
            OneCase.Show,
            new("cases.one")
            {
                Needs = Right.Files,
                Schema = "Case",
                Problems = ["case-unknown"],
                TagsItself = true,
            }
        );
        Get(
            "/cases/{number}/allowed",
            OneCase.Allowed,
            new("cases.allowed")
            {
                Needs = Right.Files,
                Parameters = [CaseParameters.On],
                Schema = "AllowedSteps",
                Problems = ["case-unknown", "procedure-missing"],
            }
        );
        Get(
            "/cases/{number}/papers",
            CasePapers.List,
            new("cases.papers")
            {
                Needs = Right.Files,
                Parameters = [Parameters.Recorded],
                Schema = "CasePapers",
                Problems = ["case-unknown", "procedure-missing", "recorded-none"],
                Long = true,
            }
        );
        Get(
            "/cases/{number}/papers/{kind}",
            CasePapers.Show,
            new("cases.paper")
            {
                Needs = Right.Files,
                Parameters = [.. OfficeParameters.All, CasePapers.Draft, Parameters.Recorded],
                Offers = [MediaTypes.Docx],
                Problems =
                [
                    "case-unknown",
                    "paper-unknown",
                    "paper-wrong",
                    "parameter-missing",
                    "procedure-missing",
                    "recorded-none",
                ],
                ProblemSchemas = new Dictionary<int, string>
                {
                    [StatusCodes.Status422UnprocessableEntity] = "PaperRefused",
                },
                Long = true,
            }
        );
        Get(
            "/cases/{number}/evidence",
            CaseFiles.List,
            new("cases.evidence")
            {
                Needs = Right.Evidence,
                Schema = "CaseEvidence",
                Problems = ["case-unknown"],
            }
        );
        Get(
            "/cases/{number}/evidence/{sha256}",
            CaseFiles.Show,
            new("cases.evidence.file")
            {
                Needs = Right.Evidence,
                Offers = [MediaTypes.Bytes],
                Problems = ["case-unknown", "evidence-unknown"],
                Long = true,
            }
        );
        Post(
            "/cases",
            NewStep.OpenAsync,
            new("cases.open")
            {
                Needs = Right.Step,
                Parameters = [Parameters.Writer],
                Schema = "Case",
                Takes = MediaTypes.Json,
                Body = "NewCase",
                TakesFiles = true,
                Headers = [JsonBody.KeyHeader],
                Makes = true,
                Problems = [.. Refusals, "plot-ambiguous"],
                ProblemSchemas = Refused,
            }
        );
        Post(
            "/cases/{number}/steps",
            NewStep.TakeAsync,
            new("cases.step")
            {
                Needs = Right.Step,
                Parameters = [Parameters.Writer],
                Schema = "Case",
                Takes = MediaTypes.Json,
                Body = "NewStep",
                TakesFiles = true,
                Headers = [JsonBody.KeyHeader, "If-Match"],
                Problems = [.. Refusals, "case-unknown", "case-went-on"],
                ProblemSchemas = Refused,
            }
        );
    }
}

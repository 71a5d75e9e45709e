using LandLedger.People;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Lists;

internal sealed class ListsModule : ServiceModule
{
    private static readonly string[] Refusals = ["list-not-allowed", "list-wrong", .. JsonBody.Refusals];

    /// <summary>What is told where a list was not issued, or a step not taken.</summary>
    private static readonly Dictionary<int, string> Refused = new()
    {
        [StatusCodes.Status409Conflict] = "ListRefused",
        [StatusCodes.Status412PreconditionFailed] = "ListRefused",
        [StatusCodes.Status422UnprocessableEntity] = "ListRefused",
    };

    public ListsModule(IServiceProvider services)
        : base(services)
    {
        Get(
            "/disposal-lists/preview",
            ListPreview.Make,
            new("lists.preview")
            {
                Needs = Right.Files,
                Parameters = [Parameters.AsOf, Parameters.Category, Parameters.Held, Parameters.Lang],
                Offers = ListAnswer.Offers,
                Schema = "DisposalList",
            }
        );
        Get(
            "/disposal-lists",
            IssuedLists.Page,
            new("lists.list")
            {
                Needs = Right.Files,
                Parameters = [Parameters.Limit, IssuedLists.After],
                Schema = "IssuedLists",
            }
        );
        Get(
            "/disposal-lists/{number}",
            IssuedLists.Show,
            new("lists.one")
            {
                Needs = Right.Files,
                Parameters = [IssuedLists.Public],
                Offers = ListAnswer.Offers,
                Schema = "IssuedDisposalList",
                Problems = ["list-unknown"],
            }
        );
        Get(
            "/disposal-lists/{number}/steps",
            IssuedLists.Steps,
            new("lists.steps")
            {
                Needs = Right.Files,
                Schema = "IssuedList",
                Problems = ["list-unknown"],
                TagsItself = true,
            }
        );
        Get(
            "/disposal-lists/{number}/again",
            ListAgainAnswer.Make,
            new("lists.again")
            {
                Needs = Right.History,
                IsUncut = true,
                Parameters = [ListAgainAnswer.Rules],
                Schema = "ListAgain",
                Long = true,
                Problems = ["list-unknown", "list-not-allowed", "rules-other"],
            }
        );
        Post(
            "/disposal-lists",
            NewList.IssueAsync,
            new("lists.issue")
            {
                Needs = Right.Issue,
                IsUncut = true,
                Schema = "IssuedList",
                Takes = MediaTypes.Json,
                Body = "NewList",
                Headers = [JsonBody.KeyHeader],
                Makes = true,
                Long = true,
                Problems = Refusals,
                ProblemSchemas = Refused,
            }
        );
        Post(
            "/disposal-lists/{number}/steps",
            NewList.TakeAsync,
            new("lists.step")
            {
                Needs = Right.Issue,
                IsUncut = true,
                Schema = "IssuedList",
                Takes = MediaTypes.Json,
                Body = "NewListStep",
                Headers = [JsonBody.KeyHeader, "If-Match"],
                Problems = [.. Refusals, "list-unknown", "list-went-on"],
                ProblemSchemas = Refused,
            }
        );
    }
}

using LandLedger.People;

namespace LandLedger.Service.Http;

/// <summary>
/// What a route takes and gives, as metadata of its endpoint: requests are checked against it and the OpenAPI document is made
/// from it. Its summary stands in the texts under <c>api.route.ID</c>.
/// </summary>
internal sealed record Route(string Id)
{
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>Media types of a good answer; the first is sent to those who do not care. None where it has nothing in it.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [MediaTypes.Json];

    /// <summary>All parameters: where there is a choice of media types, <c>f</c> is one more.</summary>
    public IReadOnlyList<Parameter> Accepted =>
        Offers.Count > 1 ? [.. Parameters, FormParameter.Of(Offers)] : Parameters;

    /// <summary>Schema of a good answer in JSON, by its name among the schemas.</summary>
    public string Schema { get; init; } = "object";

    /// <summary>Media type of the body that is asked for, or null for none.</summary>
    public string? Takes { get; init; }

    /// <summary>Schema of the body that is asked for, by its name among the schemas; null for the files of an import.</summary>
    public string? Body { get; init; }

    /// <summary>Whether the body may as well be the part <c>step</c> of a multipart body, with files beside it.</summary>
    public bool TakesFiles { get; init; }

    /// <summary>Names of headers that it looks at, told in the texts under <c>api.header.NAME</c>.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Whether a good answer tells of something that was made (201).</summary>
    public bool Makes { get; init; }

    /// <summary>Whether the handler tags its answer and confirms copies itself.</summary>
    public bool TagsItself { get; init; }

    /// <summary>Schemas of problems that have more members, by status.</summary>
    public IReadOnlyDictionary<int, string> ProblemSchemas { get; init; } =
        System.Collections.Frozen.FrozenDictionary<int, string>.Empty;

    /// <summary>Further problems that it answers with, by code; those that every route may have need no word.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether a good answer may have nothing in it (204); it never has anything where no media types are offered.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Whether the answer is about this very moment: never kept by clients, and not counted against their rate.</summary>
    public bool Fresh { get; init; }

    /// <summary>What the caller must be allowed to do; null where anybody may ask, without signing in, as it tells nothing of the park.</summary>
    public Right? Needs { get; init; } = Right.Read;

    /// <summary>What it cannot but tell: nothing for those from whom that is hidden.</summary>
    public FieldGroups Tells { get; init; }

    /// <summary>Whether it is about the whole park and cannot be cut to some of its plots: nothing for whose scope is bounded.</summary>
    public bool IsUncut { get; init; }

    /// <summary>Whether the time limit of what takes long holds, <see cref="ServiceOptions.ImportTime"/>, not that of requests.</summary>
    public bool Long { get; init; }
}

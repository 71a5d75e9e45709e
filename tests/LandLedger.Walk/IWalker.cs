using System.Text.Json.Nodes;

namespace LandLedger.Walk;

/// <summary>How the year is walked: by the command line, or over HTTP. Answers are the JSON that both give.</summary>
internal interface IWalker
{
    Task ImportAsync(IReadOnlyList<string> files, DateOnly on);

    /// <summary>Issues a list as of the day of a line; its number.</summary>
    Task<string> IssueAsync(WalkLine line);

    /// <param name="row">The row that is objected to, from 1.</param>
    Task ListStepAsync(string list, WalkLine line, int? row);

    Task<byte[]> ListAsync(string list, string form, bool open = false);

    /// <summary>What would be issued, without the plots that are held.</summary>
    Task<JsonNode> PreviewAsync(DateOnly day);

    /// <summary>Opens a case; its number.</summary>
    Task<string> OpenAsync(WalkLine line);

    /// <summary>Takes a step; null, or the kinds that may be taken instead.</summary>
    Task<IReadOnlyCollection<string>?> StepAsync(string number, WalkLine line);

    /// <summary>Makes a paper of a case without a gap; the service makes none.</summary>
    Task PaperAsync(string number, string kind);

    Task<JsonNode> CaseAsync(string number);

    /// <summary>Cases of a procedure in a state.</summary>
    Task<JsonArray> CasesAsync(string procedure, string state);

    Task<JsonArray> DueAsync(DateOnly on, bool overdue, string? procedure, string? unit);

    Task<JsonNode> ProgressAsync(DateOnly on, string list, decimal share);

    /// <summary>The mortgages that stand on a day, by mortgagee.</summary>
    Task<JsonNode> ChargesAsync(DateOnly on);

    Task<JsonNode> EvaluationAsync(string plot, DateOnly day);
}

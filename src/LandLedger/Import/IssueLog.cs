using System.Globalization;

namespace LandLedger.Import;

/// <summary>
/// The issues of one import in order. Of each code in each file the first thousand are kept; the rest are counted in one note, so
/// that a million bad rows make a readable answer.
/// </summary>
internal sealed class IssueLog
{
    private const int MostOfACode = 1000;

    private readonly List<ImportIssue> _issues = [];
    private readonly Dictionary<(string File, string Code), int> _counts = [];

    public bool AnyRefused { get; private set; }

    /// <summary>How many there are, kept or not.</summary>
    public int Count => _counts.Values.Sum();

    public void Add(ImportIssue issue)
    {
        AnyRefused |= issue.Severity == Severity.Refuse;
        var key = (issue.File, issue.Code);
        var count = _counts.GetValueOrDefault(key) + 1;
        _counts[key] = count;
        if (count <= MostOfACode)
            _issues.Add(issue);
    }

    public void AddAll(IEnumerable<ImportIssue> issues)
    {
        foreach (var issue in issues)
            Add(issue);
    }

    public IReadOnlyList<ImportIssue> All()
    {
        var more = _counts
            .Where(entry => entry.Value > MostOfACode)
            .OrderBy(entry => entry.Key.File, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Code, StringComparer.Ordinal)
            .Select(entry =>
                new RawPlace(entry.Key.File, null, null).Issue(
                    "issues.more",
                    Severity.Note,
                    ("value", (entry.Value - MostOfACode).ToString(CultureInfo.InvariantCulture)),
                    ("code", entry.Key.Code)
                )
            );
        return [.. _issues, .. more];
    }
}

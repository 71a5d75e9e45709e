using System.Globalization;
using System.Runtime.InteropServices;

namespace LandLedger.Import;

/// <summary>
/// The issues of one import in order. Of each code in each file the first thousand are kept; the rest are counted in one note, so
/// that a million bad rows make a readable answer.
/// </summary>
internal sealed class IssueLog
{
    private readonly List<ImportIssue> _issues = [];
    private readonly Dictionary<(string File, string Code), int> _counts = [];

    public bool AnyRefused { get; private set; }

    /// <summary>How many there are, kept or not.</summary>
    public int Count => _counts.Values.Sum();

    public void Add(ImportIssue issue)
    {
        if (Keeps(issue.File, issue.Code, issue.Severity))
            _issues.Add(issue);
    }

    /// <summary>As for an issue with these arguments, which are made only when it is kept.</summary>
    public void Add(RawPlace place, string code, Severity severity, Func<(string, string)[]> arguments)
    {
        if (Keeps(place.File, code, severity))
            _issues.Add(place.Issue(code, severity, arguments()));
    }

    public void AddAll(IReadOnlyList<ImportIssue> issues)
    {
        for (var i = 0; i < issues.Count; i++)
            Add(issues[i]);
    }

    public void AddAll(IEnumerable<ImportIssue> issues)
    {
        foreach (var issue in issues)
            Add(issue);
    }

    public IReadOnlyList<ImportIssue> All()
    {
        var more = _counts
            .Where(entry => entry.Value > ImportReport.MostOfACode)
            .OrderBy(entry => entry.Key.File, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Code, StringComparer.Ordinal)
            .Select(entry =>
                new RawPlace(entry.Key.File, null, null).Issue(
                    "issues.more",
                    Severity.Note,
                    ("value", (entry.Value - ImportReport.MostOfACode).ToString(CultureInfo.InvariantCulture)),
                    ("code", entry.Key.Code)
                )
            );
        return [.. _issues, .. more];
    }

    private bool Keeps(string file, string code, Severity severity)
    {
        AnyRefused |= severity == Severity.Refuse;
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, (file, code), out _);
        return ++count <= ImportReport.MostOfACode;
    }
}

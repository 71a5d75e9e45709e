using LandLedger.Import;

namespace LandLedger.Formats;

/// <summary>A file that could not be opened as what it claims to be: no columns, no rows, and the issues that say why.</summary>
internal sealed class UnreadFile : RawFile
{
    public static RawFile Of(ImportIssue issue)
    {
        var file = new UnreadFile { Name = issue.File, Columns = [] };
        file.Issues.Add(issue);
        return file;
    }

    public override IEnumerable<RawRow> Rows() => [];
}

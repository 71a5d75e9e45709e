using LandLedger.Disposal;
using LandLedger.Issuing;

namespace LandLedger.Service.People;

/// <summary>The issued lists as a user sees them: whole, or as extracts of the rows of his plots. One of which he sees no row is not there.</summary>
internal sealed class SeenLists(Park park)
{
    private readonly ListBook _book = new(park.Opened);

    /// <summary>Those behind a number, or all, in order of their numbers, streamed.</summary>
    public IEnumerable<IssuedList> After(ListNumber? number) =>
        _book
            .List()
            .Where(list => number is not { } last || list.Number.CompareTo(last) > 0)
            .Select(Seen)
            .OfType<IssuedList>();

    public IssuedList? Find(ListNumber number) => _book.Find(number) is { } list ? Seen(list) : null;

    /// <summary>What a list says, whole or as an extract; null where he does not see it.</summary>
    /// <param name="isPublic">Whether it is to be redacted.</param>
    public ListContents? Contents(ListNumber number, bool isPublic)
    {
        if (_book.Find(number) is not { } list)
            return null;
        var contents =
            SeenPlots.Of(park) is null ? _book.Contents(list)
            : Extract(list) is { } extract ? extract.Contents
            : null;
        return contents is null || !isPublic ? contents : ListBook.Public(list, contents);
    }

    private IssuedList? Seen(IssuedList list) => SeenPlots.Of(park) is null ? list : Extract(list)?.List;

    private ListExtract? Extract(IssuedList list) =>
        _book.Extract(list, SeenPlots.Of(park)!, park.Basis(list.AsOf).SharedNumbers);
}

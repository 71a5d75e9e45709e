using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Tests.Cases;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>A county's own procedures.</summary>
public abstract partial class CaseStoreContract
{
    private static readonly Procedures Later = At("idle@qing-1.json", "idle.json");

    [Fact]
    public void A_case_keeps_the_version_that_it_began_under_when_the_county_brings_its_own_and_another()
    {
        var shipped = Walk(A, "suspect");
        using var first = OpenWith(At("idle.json"));
        var own = Opened(Start(first, B, "qing-1"));
        using var later = OpenWith(Later);
        var book = new CaseBook(later, HolidayCalendar.Default);

        Assert.Equal("qing-1", book.Judged(own).Filed!.Case.Procedure.Version);
        Assert.Equal("2026.1", book.Judged(shipped).Filed!.Case.Procedure.Version);
        Opened(book.Take(own, Said("qing-1", "tell", 2), SampleSteps.Recording));
        Opened(book.Take(shipped, SampleSteps.Of("idle", "notify", Day(2)), SampleSteps.Recording));
        // One procedure in two versions: a plot has one open case of it.
        Assert.Equal("case-open", Start(later, B, "qing-2").Refusal!.Code);

        Assert.Equal("told", book.Judged(own).Filed!.Case.State.Id);
        Assert.Equal([own], book.List(new() { State = "told" }).Select(filed => filed.Number));
        Assert.Empty(ProjectionCheck.Faults(later));
    }

    [Fact]
    public void A_case_whose_version_is_not_at_hand_is_refused_by_name_and_left_as_it_is()
    {
        using var own = OpenWith(At("idle.json"));
        var number = Opened(Start(own, A, "qing-1", keeps: false));
        var before = own.Ledger.Head();

        var (_, refusal) = Book.Take(number, SampleSteps.Of("idle", "notify", Day(2)), SampleSteps.Recording);

        Assert.Equal(("procedure-missing", "number"), (refusal!.Code, refusal.Place));
        Assert.Contains("2026-0001", refusal.In(Language.English), StringComparison.Ordinal);
        Assert.Contains("idle qing-1", refusal.In(Language.Chinese), StringComparison.Ordinal);
        Assert.Equal("procedure-missing", Book.Follows(number).Refusal!.Code);
        Assert.Equal(before, Store.Ledger.Head());
        // What it is cannot be told; all else of it can.
        Assert.Equal(["case-procedure cases/2026-0001"], Faults());
        Assert.Empty(ProjectionCheck.Faults(own));
    }

    /// <param name="keeps">Whether the ledger keeps what the procedure says, as no older program did.</param>
    private static (FiledCase? Filed, StepRefusal? Refusal) Start(
        IPlotStore store,
        PlotKey plot,
        string version,
        bool keeps = true
    ) =>
        (keeps ? new CaseBook(store, HolidayCalendar.Default) : Older(store)).Open(
            plot,
            "idle",
            Said(version, "start", 1),
            SampleSteps.Recording
        );

    /// <summary>As an older program wrote steps.</summary>
    private static CaseBook Older(IPlotStore store) => new(store, HolidayCalendar.Default) { KeepsRules = false };

    private static CaseStep Said(string version, string kind, int day) =>
        Steps.Of(Later.Find("idle", version)!, kind, Day(day));

    /// <summary>With a county's own: of the last file the version is qing-2 where there is one before it.</summary>
    private static Procedures At(params string[] names) =>
        Procedures
            .Shipped.With(names.Select((name, i) => CountyProcedure.File(name, "idle", $"qing-{i + 1}")))
            .Procedures!;
}

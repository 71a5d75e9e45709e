using LandLedger.Cases;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Office;
using Xunit;

namespace LandLedger.Stores.Contract;

/// <summary>Files behind steps, and what the office keeps.</summary>
public abstract partial class CaseStoreContract
{
    /// <summary>Of several parts.</summary>
    private static readonly byte[] Photo = [.. Enumerable.Range(0, 700_001).Select(i => (byte)(i * 31 % 251))];

    private static readonly byte[] Minutes = "会议纪要"u8.ToArray();

    [Fact]
    public void Files_given_with_a_step_stand_in_its_entry_and_come_back_byte_for_byte()
    {
        var number = Opened(Begin(("现场.JPG", Photo), ("纪要.txt", Minutes)));

        var step = Assert.Single(Book.Judged(number).Filed!.Case.Steps);
        Assert.Equal<KeptFile>([File("现场.JPG", Photo), File("纪要.txt", Minutes)], step.Evidence);
        Assert.Equal(("image/jpeg", 700_001L), (step.Evidence[0].MediaType, step.Evidence[0].Size));
        Assert.Equal(Photo, Bytes(step.Evidence[0]));
        Assert.Equal(Minutes, Bytes(step.Evidence[1]));
        var entry = LedgerEntry.Of(Store.Ledger.About($"cases/{number}").Single());
        Assert.StartsWith(
            """[{"media_type":"image/jpeg","name":"现场.JPG","sha256":""",
            entry.Says.GetProperty("step").GetProperty("evidence").GetRawText(),
            StringComparison.Ordinal
        );
        Assert.Empty(FileCheck.Faults(Store));
        using var again = OpenAgain();
        Assert.Equal(Photo, step.Evidence[0].Parts(again.Cases).SelectMany(part => part.ToArray()));
        AssertWhole();
    }

    [Fact]
    public void One_file_given_twice_is_kept_once()
    {
        var number = Opened(Begin(("甲.jpg", Photo)));
        var step = SampleSteps.Of("idle", "notify", Day(2)) with { Evidence = [File("乙.jpg", Photo)] };

        Opened(Book.Take(number, step, SampleSteps.Recording with { Open = _ => throw new IOException() }));

        Assert.Equal(Photo, Bytes(Book.Judged(number).Filed!.Case.Steps[1].Evidence[0]));
    }

    [Fact]
    public void A_changed_byte_and_a_missing_part_are_found_with_the_step_that_they_stand_behind()
    {
        var number = Opened(Begin(("甲.jpg", Photo), ("纪要.txt", Minutes)));
        var (photo, minutes) = (File("甲.jpg", Photo), File("纪要.txt", Minutes));

        UnguardFiles();
        Sql($"UPDATE {{0}}file_parts SET bytes = {Other} WHERE sha256 = '{minutes.Sha256}'");
        Sql($"DELETE FROM {{0}}file_parts WHERE sha256 = '{photo.Sha256}' AND part = 1");

        using var altered = OpenAgain();
        var faults = FileCheck.Faults(altered).ToList();
        Assert.Equal(["file-damaged", "file-damaged"], faults.Select(fault => fault.Code));
        Assert.All(faults, fault => Assert.Equal("cases/" + number, fault.About));
        Assert.Equal(["甲.jpg", "纪要.txt"], faults.Select(fault => fault.Arguments["name"]));
        var trouble = Assert.Throws<StoreException>(() => minutes.Parts(altered.Cases).Count());
        Assert.Equal("file-damaged", trouble.Code);
    }

    [Fact]
    public void A_step_whose_file_is_another_by_the_time_that_it_is_kept_is_not_taken()
    {
        var before = Store.Ledger.Head();
        var step = SampleSteps.Of("idle", "suspect", Day(1)) with { Evidence = [File("甲.jpg", Photo)] };

        var trouble = Assert.Throws<StoreException>(() =>
            Book.Open(A, "idle", step, SampleSteps.Recording with { Open = _ => new MemoryStream(Minutes) })
        );

        Assert.Equal("file-changed", trouble.Code);
        Assert.Equal(before, Store.Ledger.Head());
        Assert.Empty(Store.Cases.Rows(CaseQuery.All));
        Assert.Empty(Store.Cases.Parts(step.Evidence[0].Sha256));
    }

    [Theory]
    [InlineData("evidence-name", "a/b.jpg", 5)]
    [InlineData("evidence-name", "..", 5)]
    [InlineData("evidence-empty", "甲.jpg", 0)]
    [InlineData("evidence-large", "甲.jpg", KeptFile.MostBytes + 1)]
    public void A_file_that_cannot_be_kept_is_named(string code, string name, long size)
    {
        var file = File("甲.jpg", Photo) with { Name = name, Size = size };
        var step = SampleSteps.Of("idle", "suspect", Day(1)) with { Evidence = [file] };

        var refusal = Book.Open(A, "idle", step, SampleSteps.Recording).Refusal!;

        Assert.Equal((code, "evidence"), (refusal.Code, refusal.Place));
        foreach (var language in (Language[])[Language.Chinese, Language.English])
            Assert.Contains(name, refusal.In(language), StringComparison.Ordinal);
        var twice = step with { Evidence = [File("甲.jpg", Photo), File("甲.JPG", Minutes)] };
        Assert.Equal("evidence-twice", Book.Open(A, "idle", twice, SampleSteps.Recording).Refusal!.Code);
        var many = step with { Evidence = [.. Enumerable.Range(0, 21).Select(i => File($"{i}.jpg", Photo))] };
        Assert.Equal("evidence-many", Book.Open(A, "idle", many, SampleSteps.Recording).Refusal!.Code);
    }

    [Fact]
    public void A_template_of_the_office_counts_until_it_is_taken_back_and_none_is_lost()
    {
        var office = new OfficeBook(Store);
        Assert.Null(OfficeBook.Template(Store.Ledger, PaperKind.FeeDecision));
        office.Put(PaperKind.FeeDecision, File("甲.docx", Minutes), new MemoryStream(Minutes), SampleSteps.Recording);
        office.Put(PaperKind.FeeDecision, File("乙.docx", Photo), new MemoryStream(Photo), SampleSteps.Recording);

        var template = Assert.Single(OfficeBook.Templates(Store.Ledger));
        Assert.Equal((PaperKind.FeeDecision, "乙.docx", "李录"), (template.Kind, template.File.Name, template.By));
        Assert.Equal(Photo, office.Open(template).ToArray());
        Assert.Empty(FileCheck.Faults(Store));

        Assert.True(office.RemoveTemplate(PaperKind.FeeDecision, SampleSteps.Recording));
        Assert.False(office.RemoveTemplate(PaperKind.FeeDecision, SampleSteps.Recording));
        Assert.Empty(OfficeBook.Templates(Store.Ledger));
        Assert.Equal(Minutes, Bytes(File("甲.docx", Minutes)));
        Assert.Equal(3, Store.Ledger.BySubject("office/").Count());
        AssertWhole();
    }

    [Fact]
    public void The_calendar_of_the_office_stands_in_the_place_of_its_years_and_is_kept_with_the_steps_that_it_counted()
    {
        var office = new OfficeBook(Store);
        office.Put(Year(2031), SampleSteps.Recording);

        var calendar = OfficeBook.CalendarOf(Store.Ledger);
        Assert.True(calendar.IsWorkingDay(new(2031, 1, 1)));
        Assert.Equal(HolidayCalendar.Default.IsWorkingDay(new(2026, 10, 1)), calendar.IsWorkingDay(new(2026, 10, 1)));
        Assert.Equal("李录", OfficeBook.Calendar(Store.Ledger)!.By);
        var step = SampleSteps.Of("idle", "suspect", Day(1));
        Opened(new CaseBook(Store, calendar).Open(A, "idle", step, SampleSteps.Recording));
        Assert.True(new KeptRules(Store.Ledger).Has(calendar.Text));

        Assert.True(office.RemoveCalendar(SampleSteps.Recording));
        Assert.Same(HolidayCalendar.Default, OfficeBook.CalendarOf(Store.Ledger));
        Assert.Empty(RuleCheck.Of(Store.Ledger).Faults);
        AssertWhole();
    }

    /// <summary>Bytes of a file as the SQL of the store writes them.</summary>
    protected abstract string Other { get; }

    /// <summary>Takes away what keeps files from being altered.</summary>
    protected abstract void UnguardFiles();

    private (FiledCase? Filed, StepRefusal? Refusal) Begin(params (string Name, byte[] Bytes)[] files)
    {
        var kept = files.ToDictionary(file => File(file.Name, file.Bytes), file => file.Bytes);
        var step = SampleSteps.Of("idle", "suspect", Day(1)) with { Evidence = [.. kept.Keys] };
        return Book.Open(A, "idle", step, SampleSteps.Recording with { Open = file => new MemoryStream(kept[file]) });
    }

    private static KeptFile File(string name, byte[] bytes) => KeptFile.Of(name, new MemoryStream(bytes));

    private byte[] Bytes(KeptFile file) => [.. file.Parts(Store.Cases).SelectMany(part => part.ToArray())];
}

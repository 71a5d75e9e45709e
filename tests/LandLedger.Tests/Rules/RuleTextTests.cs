using System.Text;
using System.Text.Json;
using LandLedger.Cases;
using LandLedger.Rules;
using LandLedger.Tests.Cases;
using Xunit;

namespace LandLedger.Tests.Rules;

public sealed class RuleTextTests
{
    public static TheoryData<string> Packages => [.. RuleSets.All.Select(rules => rules.Id)];

    public static TheoryData<string> ProcedureIds => [.. Procedures.Shipped.Ids];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_read_from_its_text_alone_is_the_same_package(string id)
    {
        var rules = RuleSets.Find(id)!;

        var again = RuleSets.Read(rules.Text)!;

        Assert.Equal((rules.Id, rules.Version), (again.Id, again.Version));
        Assert.Equal(rules.Thresholds, again.Thresholds);
        Assert.Equal(rules.Rules, again.Rules);
        Assert.Equal(rules.Clauses.OrderBy(clause => clause.Key), again.Clauses.OrderBy(clause => clause.Key));
        foreach (var clause in again.Clauses.Values)
            Assert.Contains(clause.Instrument, again.Instruments.Keys);
        Assert.Equal(rules.Text.Digest, again.Text.Digest);
    }

    [Theory]
    [MemberData(nameof(ProcedureIds))]
    public void A_procedure_read_from_its_text_alone_is_the_same_procedure(string id)
    {
        var procedure = Procedures.Shipped.Find(id)!;

        var again = Procedures.Read(procedure.Text)!;

        Assert.Equal(procedure.States.Select(state => state.Id), again.States.Select(state => state.Id));
        Assert.Equal(procedure.Steps.Select(step => step.Id), again.Steps.Select(step => step.Id));
        foreach (var clock in procedure.Clocks)
            Assert.Equal(clock.Lengths, again.FindClock(clock.Id)!.Lengths);
        Assert.Equal(procedure.Text.Digest, again.Text.Digest);
    }

    [Fact]
    public void Blanks_and_the_order_of_members_make_no_other_text_and_a_word_does()
    {
        var own = Digest(CountyProcedure.Text);

        using var written = JsonDocument.Parse(CountyProcedure.Text);
        var turned = "{" + string.Join(",\n\n", written.RootElement.EnumerateObject().Reverse()) + "}";
        Assert.Equal(own, Digest(turned));
        Assert.NotEqual(own, Digest(CountyProcedure.As("county", "1", "15", "16")));
        Assert.Equal(64, own.Length);
    }

    [Fact]
    public void A_calendar_has_a_text_too()
    {
        var text = HolidayCalendar.Default.Text;
        Assert.Equal((RuleKind.Calendar, null), (text.Kind, text.Version));
        Assert.NotEqual(HolidayCalendar.None.Text.Digest, text.Digest);
        using var file = JsonDocument.Parse(text.Bytes);
        var (again, problems) = HolidayCalendar.Read(
            new MemoryStream(Encoding.UTF8.GetBytes(file.RootElement.GetProperty("file").GetRawText()))
        );
        Assert.Empty(problems);
        Assert.Equal(text.Digest, again!.Text.Digest);
    }

    private static string Digest(string procedure)
    {
        var (read, problems) = Procedures.Read(new MemoryStream(Encoding.UTF8.GetBytes(procedure)));
        Assert.Empty(problems);
        return read!.Text.Digest;
    }
}

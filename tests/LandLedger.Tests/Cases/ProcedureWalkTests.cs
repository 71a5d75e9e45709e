using System.Text;
using LandLedger.Cases;

namespace LandLedger.Tests.Cases;

/// <summary>Walks every procedure at random until each state was seen and each step taken, and holds it to its files at every stop.</summary>
public sealed class ProcedureWalkTests
{
    private static readonly HolidayCalendar Calendar = Plain(2021, 2120);

    private static readonly int[] Leaps = [0, 0, 1, 3, 10, 45, 250];

    public static TheoryData<string> Ids() => [.. Procedures.Shipped.All.Select(procedure => procedure.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_step_is_allowed_and_forbidden_as_the_files_say(string id)
    {
        var model = new ProcedureModel(id);
        var procedure = Procedures.Shipped.Find(id)!;
        Assert.Equal(
            model.States.Order(StringComparer.Ordinal),
            procedure.States.Select(state => state.Id).Order(StringComparer.Ordinal)
        );
        var taken = model.Steps.Keys.ToDictionary(step => step, _ => 0, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < 40 || (seed < 1000 && taken.ContainsValue(0)); seed++)
            Walk(procedure, model, new Random(seed), taken, seen);
        Assert.Empty(taken.Where(step => step.Value == 0).Select(step => step.Key));
        Assert.Equal(model.States.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    private static void Walk(
        Procedure procedure,
        ProcedureModel model,
        Random random,
        Dictionary<string, int> taken,
        HashSet<string> seen
    )
    {
        Case? walked = null;
        var day = new DateOnly(2021, 1, 4);
        for (var stop = 0; stop < 60 && walked?.IsClosed != true; stop++)
        {
            day = day.AddDays(Leaps[random.Next(Leaps.Length)]);
            var next = new List<Case>();
            foreach (var step in procedure.Steps)
            {
                var result = Take(procedure, walked, Made(step, day, random));
                if (Held(model, walked, step, result) is { } after)
                    next.Add(after);
            }
            if (next.Count == 0)
                continue;
            // Seldom taken steps first, so that rare ones are met at all.
            var chosen = next.OrderBy(one => taken[one.Steps[^1].Kind] + random.Next(12)).First();
            AssertFormIsHeld(walked, procedure.FindStep(chosen.Steps[^1].Kind)!, chosen.Steps[^1]);
            walked = chosen;
            taken[walked.Steps[^1].Kind]++;
            seen.Add(walked.State.Id);
        }
        if (walked is null)
            return;
        AssertReplays(walked);
        if (walked.IsClosed)
            Assert.All(
                procedure.Steps,
                step => Assert.Equal("case-closed", Steps.Refused(walked.Take(Made(step, day, random), Calendar)).Code)
            );
    }

    /// <summary>The case after the step where it was allowed; holds either outcome to the files.</summary>
    private static Case? Held(
        ProcedureModel model,
        Case? before,
        ProcedureStep step,
        (Case? Case, StepRefusal? Refusal) result
    )
    {
        var allowed = model.Allows(before?.State.Id, step.Id);
        if (result.Case is { } after)
        {
            Assert.True(allowed, $"{before?.State.Id} allowed {step.Id}");
            Assert.Equal(model.Steps[step.Id].To ?? before?.State.Id, after.State.Id);
            Assert.Contains(after.State.Id, model.States);
            Assert.Equal(model.IsClosed(after.State.Id), after.IsClosed);
            return after;
        }
        var refusal = result.Refusal!;
        if (!allowed)
            Assert.Equal(before is null ? "opens-no-case" : "not-allowed", refusal.Code);
        Assert.NotEmpty(refusal.Allowed);
        Assert.All(refusal.Allowed, one => Assert.True(model.Allows(before?.State.Id, one.Id), one.Id));
        return null;
    }

    /// <summary>What was allowed is refused once it comes from another role, lacks a fact, has one too many, or comes too early.</summary>
    private static void AssertFormIsHeld(Case? before, ProcedureStep rule, CaseStep step)
    {
        foreach (var role in Enum.GetValues<Role>().Except(rule.Roles))
            AssertRefused(step with { Role = role }, "role-not-allowed", "role");
        AssertRefused(step with { Who = " " }, "who-missing", "who");
        foreach (var asked in rule.Asks.Where(asked => asked.IsNeeded))
            AssertRefused(Without(step, asked.Id), "fact-missing", "facts." + asked.Id);
        AssertRefused(With(step, "colour", Fact.Of("red")), "fact-unknown", "facts.colour");
        if (rule.IsReasonNeeded)
            AssertRefused(step with { Reason = "" }, "reason-missing", "reason");
        if (before is not null)
            AssertRefused(step with { Day = before.Steps[^1].Day.AddDays(-1) }, "day-before-last", "day");

        void AssertRefused(CaseStep spoilt, string code, string place)
        {
            var refusal = Steps.Refused(Take(rule, before, spoilt));
            Assert.Equal((code, place), (refusal.Code, refusal.Place));
        }
    }

    private static void AssertReplays(Case walked)
    {
        var (again, refusal) = Case.Replay(walked.Plot, walked.Procedure, walked.Steps);
        Assert.Null(refusal);
        Assert.Equal(walked.State, again!.State);
        Assert.Equal(walked.Marks.Keys.Order(), again.Marks.Keys.Order());
        Assert.Equal(
            walked.Clocks.Select(clock => (clock.Rule.Id, clock.Stopped, clock.Due(Calendar))),
            again.Clocks.Select(clock => (clock.Rule.Id, clock.Stopped, clock.Due(Calendar)))
        );
    }

    private static (Case?, StepRefusal?) Take(Procedure procedure, Case? before, CaseStep step) =>
        before?.Take(step, Calendar) ?? Case.Open(Steps.Plot, procedure, step, Calendar);

    private static (Case?, StepRefusal?) Take(ProcedureStep rule, Case? before, CaseStep step) =>
        Take(before?.Procedure ?? Procedures.Shipped.All.First(one => one.Steps.Contains(rule)), before, step);

    private static CaseStep Made(ProcedureStep rule, DateOnly day, Random random) =>
        new()
        {
            Kind = rule.Id,
            Day = day,
            Who = "王办",
            Role = rule.Roles[random.Next(rule.Roles.Count)],
            Reason = "依申请",
            Facts = rule
                .Asks.Where(asked => asked.IsNeeded || random.Next(2) == 0)
                .ToDictionary(asked => asked.Id, asked => Any(asked, day, random), StringComparer.Ordinal),
        };

    private static Fact Any(AskedFact asked, DateOnly day, Random random) =>
        asked.Type switch
        {
            AskType.Day => Fact.Of(day.AddDays(asked.HasHappened ? -500 : random.Next(-40, 400))),
            AskType.Money => Fact.Of(random.Next(1, 4) * 1000m, Unit.Yuan),
            AskType.Area => Fact.Of(1m, Unit.Mu),
            AskType.Flag => Fact.Of(random.Next(2) == 0),
            AskType.Text or AskType.Document => Fact.Of("甲"),
            _ => Fact.Of(asked.Codes[random.Next(asked.Codes.Count)]),
        };

    private static CaseStep Without(CaseStep step, string id) =>
        step with
        {
            Facts = step.Facts.Where(fact => fact.Key != id).ToDictionary(StringComparer.Ordinal),
        };

    private static CaseStep With(CaseStep step, string id, Fact fact) =>
        step with
        {
            Facts = step.Facts.Append(new(id, fact)).ToDictionary(StringComparer.Ordinal),
        };

    /// <summary>Years without a holiday, so that long walks do not run out of calendar.</summary>
    private static HolidayCalendar Plain(int first, int last)
    {
        var years = Enumerable
            .Range(first, last - first + 1)
            .Select(year =>
                $$"""{ "year": {{year}}, "source": { "zh": "无", "en": "none" }, "trust": "I", "off": [], "worked": [] }"""
            );
        var text = $$"""{ "years": [{{string.Join(',', years)}}] }""";
        return HolidayCalendar.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))).Calendar!;
    }
}

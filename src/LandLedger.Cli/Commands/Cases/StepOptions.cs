using System.CommandLine;
using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Import;
using LandLedger.Ledger;
using LandLedger.Office;

namespace LandLedger.Cli.Commands.Cases;

/// <summary>The options that say what a step is.</summary>
internal sealed class StepOptions
{
    private readonly Texts _texts;
    private readonly Shell _shell;
    private readonly Option<DateOnly> _day;
    private readonly Option<string?> _by;
    private readonly Option<string> _role;
    private readonly Option<string?> _reason;
    private readonly Option<string[]> _facts;
    private readonly Option<string?> _unit;
    private readonly Option<string?> _person;
    private readonly Option<string?> _key;
    private readonly Option<string> _rules;
    private readonly Option<string[]> _evidence;
    private (string Path, KeptFile Kept)[]? _files;

    public StepOptions(Shell shell, Texts texts)
    {
        (_shell, _texts) = (shell, texts);
        _day = Asked.Day("--day", texts["cli.case.day"], texts);
        _by = Asked.By(texts, shell.User);
        _role = new("--role") { Description = texts["cli.case.role"], Required = true };
        UsageProblems.Among(_role, texts, [.. Enum.GetValues<Role>().Select(CodeText.Of)]);
        _reason = new("--reason") { Description = texts["cli.case.reason"], HelpName = "TEXT" };
        _facts = new("--fact")
        {
            Description = texts["cli.case.fact"],
            HelpName = "ID=VALUE",
            AllowMultipleArgumentsPerToken = true,
        };
        _facts.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
                result.AddError(texts.Fill("cli.case.fact.form", _ => token.Value));
        });
        _unit = new("--unit") { Description = texts["cli.case.unit"], HelpName = "NAME" };
        _person = new("--person") { Description = texts["cli.case.person"], HelpName = "NAME" };
        _key = new("--key") { Description = texts["cli.case.key"], HelpName = "KEY" };
        _rules = Asked.Rules(texts);
        _evidence = new("--evidence") { Description = texts["cli.case.evidence.option"], HelpName = "FILE" };
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_day, _by, _role, _reason, _facts, _unit, _person, _key, _rules, _evidence])
            command.Options.Add(option);
    }

    /// <summary>The step as the line says it; facts are read as its procedure asks for them.</summary>
    /// <param name="read">What a text says of a fact.</param>
    public CaseStep Step(ParseResult parsed, string kind, Func<string, string, Fact> read)
    {
        var facts = new Dictionary<string, Fact>(StringComparer.Ordinal);
        foreach (var fact in parsed.GetValue(_facts) ?? [])
        {
            var at = fact.IndexOf('=', StringComparison.Ordinal);
            if (!facts.TryAdd(fact[..at], read(fact[..at], fact[(at + 1)..])))
                throw new UsageException(_texts.Fill("cli.case.fact.twice", _ => fact[..at]));
        }
        var (unit, person) = (parsed.GetValue(_unit), parsed.GetValue(_person));
        return new()
        {
            Kind = kind,
            Day = parsed.GetValue(_day),
            Who = By(parsed),
            Role = CodeText.Parse<Role>(parsed.GetValue(_role)),
            Reason = parsed.GetValue(_reason),
            Facts = facts,
            Evidence = [.. Files(parsed).Select(file => file.Kept)],
            Responsible = unit is null && person is null ? null : new(unit, person),
        };
    }

    /// <summary>The book in which the step is taken, with the package that it is held against.</summary>
    public CaseBook Book(IPlotStore store, ParseResult parsed) =>
        new(store, OfficeBook.CalendarOf(store.Ledger))
        {
            Rules = AskedRules.OfNow(parsed.GetValue(_rules)!, store.Ledger, _texts),
        };

    public StepRecording Recording(ParseResult parsed) =>
        new()
        {
            At = _shell.Clock.GetLocalNow(),
            By = By(parsed),
            Key = parsed.GetValue(_key),
            Open = asked => Opened(Files(parsed).First(file => file.Kept == asked).Path),
        };

    /// <summary>The files of the line with what they are; each is read to its end.</summary>
    private (string Path, KeptFile Kept)[] Files(ParseResult parsed) =>
        _files ??= [
            .. (parsed.GetValue(_evidence) ?? []).Select(path =>
            {
                using var content = Opened(path);
                return (path, FileException.At(path, () => KeptFile.Of(Path.GetFileName(path), content)));
            }),
        ];

    private static FileStream Opened(string path) => FileException.At(path, () => File.OpenRead(path));

    private string By(ParseResult parsed) => parsed.GetValue(_by) ?? _shell.User;
}

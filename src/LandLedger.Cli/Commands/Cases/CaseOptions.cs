using System.CommandLine;
using LandLedger.Cases;

namespace LandLedger.Cli.Commands.Cases;

/// <summary>The options that say which cases are wanted.</summary>
internal sealed class CaseOptions
{
    private readonly Texts _texts;
    private readonly Option<string?> _plot;
    private readonly Option<string?> _county;
    private readonly Option<string?> _procedure;
    private readonly Option<string?> _state;
    private readonly Option<string?> _unit;
    private readonly Option<bool> _open;
    private readonly Option<bool> _closed;

    public CaseOptions(Texts texts)
    {
        _plot = new("--plot") { Description = texts["field.plot"], HelpName = "PLOT" };
        _county = Asked.County(texts, texts["field.county"]);
        _texts = texts;
        _procedure = new("--procedure")
        {
            Description = texts["cli.case.procedure"],
            HelpName = string.Join('|', Procedures.ShippedIds),
        };
        _state = new("--state") { Description = texts["cli.case.state"], HelpName = "STATE" };
        _unit = new("--unit") { Description = texts["cli.case.unit"], HelpName = "NAME" };
        _open = new("--open") { Description = texts["cli.case.only-open"] };
        _closed = new("--closed") { Description = texts["cli.case.only-closed"] };
        _closed.Validators.Add(result =>
        {
            if (result.GetValue(_open) && result.GetValue(_closed))
                result.AddError(texts["cli.case.open-and-closed"]);
        });
    }

    public void AddTo(Command command, bool withClosed)
    {
        foreach (var option in (Option[])[_plot, _county, _procedure, _state, _unit])
            command.Options.Add(option);
        if (!withClosed)
            return;
        command.Options.Add(_open);
        command.Options.Add(_closed);
    }

    /// <summary>Which cases are asked for.</summary>
    /// <exception cref="UsageException">A procedure or state is asked for that there is not.</exception>
    public CaseQuery Query(ParseResult parsed, Procedures procedures) =>
        new()
        {
            Plot = parsed.GetValue(_plot),
            County = parsed.GetValue(_county),
            Procedure = UsageProblems.Among(_procedure, parsed, procedures.Ids, _texts),
            State = UsageProblems.Among(_state, parsed, procedures.StateIds, _texts),
            Unit = parsed.GetValue(_unit),
            IsClosed =
                parsed.GetValue(_closed) ? true
                : parsed.GetValue(_open) ? false
                : null,
        };
}

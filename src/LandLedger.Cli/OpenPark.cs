using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Disposal;
using LandLedger.Formats.PlotFiles;
using LandLedger.Import;
using LandLedger.Rules;
using LandLedger.Service;
using LandLedger.Streams;

namespace LandLedger.Cli;

/// <summary>A store opened to be judged by one package on one day.</summary>
internal sealed class OpenPark : IDisposable
{
    private readonly IPlotStore _store;
    private readonly Shell _shell;
    private readonly Lazy<ListBasis> _basis;
    private readonly AskedStore _recorded;
    private Ticker? _ticker;

    /// <summary>Opens the store to be read.</summary>
    /// <param name="recorded">As it was recorded then; as it is when null.</param>
    public OpenPark(
        Shell shell,
        Texts texts,
        StorePlace place,
        RuleSet rules,
        DateOnly asOf,
        DateTimeOffset? recorded = null
    )
    {
        _recorded = new(place, recorded, texts);
        _store = _recorded.Store;
        (_shell, Texts, Rules, AsOf) = (shell, texts, rules, asOf);
        _basis = new(() => ListBasis.Of(rules, asOf, place.Name) with { SharedNumbers = _store.SharedNumbers() });
    }

    /// <summary>Opens the store that a command names, as it asks for it.</summary>
    public static OpenPark Of(
        Shell shell,
        Texts texts,
        ParseResult parsed,
        Option<StorePlace> store,
        Option<string> rules,
        Option<DateOnly> asOf,
        Option<DateTimeOffset?> recorded
    ) =>
        new(
            shell,
            texts,
            parsed.GetValue(store)!,
            AskedRules.Of(parsed.GetValue(rules)!, parsed.GetValue(store)!, parsed.GetValue(recorded), texts),
            parsed.GetValue(asOf),
            parsed.GetValue(recorded)
        );

    public Texts Texts { get; }

    public RuleSet Rules { get; }

    public DateOnly AsOf { get; }

    /// <summary>What a list or map of the park rests on.</summary>
    public ListBasis Basis => _basis.Value;

    /// <summary>All plots judged, streamed; counted on a terminal that is free for it.</summary>
    /// <param name="shapes">Whether the outlines are wanted.</param>
    /// <param name="toFile">Whether the answer goes to a file and not to the standard output.</param>
    /// <param name="keep">Of which plots the findings are wanted.</param>
    public Stretched<Evaluation> Evaluations(bool shapes, bool toFile, KeptFindings keep)
    {
        var evaluations = ParkEvaluation.Of(_store, Rules, AsOf, new PlotQuery { Shapes = shapes }, keep);
        if (!_shell.ErrorIsTerminal || (!toFile && _shell.OutIsTerminal))
            return evaluations;
        _ticker = new(_shell, Texts);
        return evaluations.Through(_ticker.Count);
    }

    /// <summary>The one plot that is meant.</summary>
    /// <exception cref="UsageException">There is none, or there are several.</exception>
    public Evaluation Only(string asked, string? county)
    {
        var found = ParkEvaluation.Of(_store, Rules, AsOf, asked).ToDictionary(found => PlotKey.Of(found.Plot));
        if (
            found.Count == 0
            && _store.Named(asked).FirstOrDefault(plot => county is null || plot.County == county) is { } gone
        )
            throw new UsageException(NotListed(gone));
        return found[OnePlot.Of([.. found.Keys], asked, county, Texts)];
    }

    private string NotListed(Plot plot)
    {
        var (key, day) =
            plot.EnteredOn > AsOf ? ("cli.plot-not-entered", plot.EnteredOn) : ("cli.plot-ended", plot.EndedOn);
        return Texts.Fill(
            key,
            place => place == "value" ? plot.Number : Sentence.Of(Fact.Of(place == "on" ? AsOf : day!.Value), Texts)
        );
    }

    /// <summary>All that the store has of one plot, on one paper.</summary>
    public byte[] File(Evaluation evaluation, PlotFileForm form) =>
        PlotFileWriter.Write(evaluation, _store, new(_store), Basis, form, Texts);

    public void Dispose()
    {
        _ticker?.Clear();
        _recorded.Dispose();
    }
}

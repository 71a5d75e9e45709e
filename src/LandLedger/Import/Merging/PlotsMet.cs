using System.Runtime.InteropServices;
using LandLedger.Fields;

namespace LandLedger.Import.Merging;

/// <summary>The plots that an import has met: what became of each, and which rows of each source stated what of it. Some hundred bytes a plot.</summary>
internal sealed class PlotsMet
{
    private readonly Dictionary<PlotKey, Met> _met = [];
    private readonly HashSet<string> _counties = new(StringComparer.Ordinal);
    private readonly List<string> _sources = [];

    /// <summary>Rows of plots beside the one that listed them first.</summary>
    private readonly Dictionary<(int Source, PlotKey Plot), List<Listing>> _listedAgain = [];

    public int Added => _met.Values.Count(met => met.Outcome == Outcome.Added);

    public int Changed => _met.Values.Count(met => met.Outcome == Outcome.Changed);

    public int Same => _met.Values.Count(met => met.Outcome == Outcome.Same);

    /// <summary>Whether a plot of that number was listed in any county.</summary>
    public bool Knows(string number)
    {
        foreach (var county in _counties)
        {
            if (_met.ContainsKey(new(county, number)))
                return true;
        }
        return false;
    }

    public bool IsAdded(PlotKey plot) => _met.TryGetValue(plot, out var met) && met.Outcome == Outcome.Added;

    /// <summary>Notes that a row of the source lists the plot and which fields it states.</summary>
    public void List(string source, PlotKey plot, int line, FieldSet fields)
    {
        var number = SourceNumber(source);
        ref var met = ref Of(plot);
        if (met.Source == 0)
        {
            (met.Source, met.First) = (number, new(line, fields));
            return;
        }
        if (!_listedAgain.TryGetValue((number, plot), out var again))
            _listedAgain.Add((number, plot), again = new(1));
        again.Add(new(line, fields));
    }

    /// <summary>The line on which the source stated a field of the plot first; null when none of its rows did.</summary>
    public int? StatedAt(string source, PlotKey plot, Field field)
    {
        if (!_met.TryGetValue(plot, out var met) || met.Source == 0)
            return null;
        var number = SourceNumber(source);
        if (met.Source == number && met.First.Fields.Contains(field))
            return met.First.Line;
        foreach (var listing in _listedAgain.GetValueOrDefault((number, plot), []))
        {
            if (listing.Fields.Contains(field))
                return listing.Line;
        }
        return null;
    }

    /// <summary>The row that listed a plot first; null where none did.</summary>
    public RawPlace? ListedAt(PlotKey plot) =>
        _met.TryGetValue(plot, out var met) && met.Source > 0
            ? new(_sources[met.Source - 1], met.First.Line, plot.Number)
            : null;

    /// <summary>How many plots of each county the source has listed.</summary>
    public Dictionary<string, int> CountListed(string source)
    {
        var number = SourceNumber(source);
        return _met.Where(pair => pair.Value.Source == number)
            .Select(pair => pair.Key)
            .Concat(
                _listedAgain
                    .Keys.Where(key => key.Source == number && _met[key.Plot].Source != number)
                    .Select(key => key.Plot)
            )
            .CountBy(plot => plot.County, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Notes what became of a plot, null for the same as before. An added plot stays added, a changed one changed.</summary>
    public void Note(PlotKey plot, ChangeKind? kind)
    {
        ref var met = ref Of(plot);
        if (kind is null)
            met.Outcome = met.Outcome == Outcome.None ? Outcome.Same : met.Outcome;
        else if (met.Outcome != Outcome.Added)
            met.Outcome = kind == ChangeKind.Added ? Outcome.Added : Outcome.Changed;
    }

    /// <summary>Notes that what rows changed in a plot is as it was before.</summary>
    public void NoteSame(PlotKey plot) => Of(plot).Outcome = Outcome.Same;

    /// <summary>A plot whose county becomes known stays the plot that it was.</summary>
    public void Move(PlotKey from, PlotKey to)
    {
        if (_met.Remove(from, out var met))
            Of(to) = met;
        for (var source = 1; source <= _sources.Count; source++)
        {
            if (_listedAgain.Remove((source, from), out var listings))
                _listedAgain[(source, to)] = listings;
        }
    }

    private ref Met Of(PlotKey plot)
    {
        ref var met = ref CollectionsMarshal.GetValueRefOrAddDefault(_met, plot, out var known);
        if (!known)
            _counties.Add(plot.County);
        return ref met;
    }

    /// <summary>Counted from 1.</summary>
    private int SourceNumber(string source)
    {
        var index = _sources.IndexOf(source);
        if (index >= 0)
            return index + 1;
        _sources.Add(source);
        return _sources.Count;
    }

    private enum Outcome : byte
    {
        None,
        Same,
        Changed,
        Added,
    }

    private record struct Met(Outcome Outcome, int Source, Listing First);

    private readonly record struct Listing(int Line, FieldSet Fields);
}

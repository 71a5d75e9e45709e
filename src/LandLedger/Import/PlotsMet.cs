using System.Runtime.InteropServices;

namespace LandLedger.Import;

/// <summary>The plots that an import has met: what became of each, and where each source listed it first. Some hundred bytes a plot.</summary>
internal sealed class PlotsMet
{
    private readonly Dictionary<PlotKey, Met> _met = [];
    private readonly HashSet<string> _counties = new(StringComparer.Ordinal);
    private readonly List<string> _sources = [];

    /// <summary>Lines in sources beside the one that listed a plot first.</summary>
    private readonly Dictionary<(int Source, PlotKey Plot), int> _listedAgain = [];

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

    /// <summary>The line on which the source listed the plot before, or null when this is the first time.</summary>
    public int? List(string source, PlotKey plot, int line)
    {
        var number = SourceNumber(source);
        ref var met = ref Of(plot);
        if (met.Source == 0)
        {
            (met.Source, met.Line) = (number, line);
            return null;
        }
        if (met.Source == number)
            return met.Line;
        return _listedAgain.TryAdd((number, plot), line) ? null : _listedAgain[(number, plot)];
    }

    /// <summary>How many plots the source has listed.</summary>
    public int CountListed(string source)
    {
        var number = SourceNumber(source);
        return _met.Values.Count(met => met.Source == number) + _listedAgain.Keys.Count(key => key.Source == number);
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

    /// <summary>A plot whose county becomes known stays the plot that it was.</summary>
    public void Move(PlotKey from, PlotKey to)
    {
        if (_met.Remove(from, out var met))
            Of(to) = met;
        for (var source = 1; source <= _sources.Count; source++)
        {
            if (_listedAgain.Remove((source, from), out var line))
                _listedAgain[(source, to)] = line;
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

    private record struct Met(Outcome Outcome, int Source, int Line);
}

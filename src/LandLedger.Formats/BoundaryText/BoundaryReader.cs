using LandLedger.Import;

namespace LandLedger.Formats.BoundaryText;

/// <summary>Goes through the lines of a boundary text: sections, plot lines, point lines.</summary>
internal sealed class BoundaryReader(BoundaryHeader first, PointPlaces places, IssueLog log)
{
    private readonly PlotBuilder _builder = new(places, first["面积单位"], log);
    private BoundarySection _section;
    private BoundaryHeader? _header;
    private bool _headerAsked;
    private bool _skipSection;
    private bool _skipPlot;
    private bool _outsideTold;
    private bool _blanksTold;
    private bool _anyPlot;

    /// <summary>The plot that this line brought to its end, if any.</summary>
    public RawRow? Take(Span<char> line, int number)
    {
        if (line.IsWhiteSpace())
            return null;
        if (BoundarySections.Of(line) is { } section)
        {
            var row = _builder.End(endOfFile: false);
            Open(section, line, number);
            return row;
        }
        if (_section == BoundarySection.Header)
        {
            if (!_header!.Add(line, number))
                log.Add("header.line", Severity.Warn, number, line.ToString());
            return null;
        }
        if (_section != BoundarySection.Plots || _skipSection)
            return null;
        TellBlanks(line, number);
        if (PlotLine.Looks(line))
            return Begin(line, number);
        if (_builder.Began)
            _builder.Add(line, number);
        else if (!_skipPlot && !_outsideTold)
        {
            _outsideTold = true;
            log.Add("point.outside", Severity.Refuse, number, line.ToString());
        }
        return null;
    }

    public RawRow? End()
    {
        var row = _builder.End(endOfFile: true);
        if (!_anyPlot)
            log.Add("boundary.no-plots", Severity.Refuse);
        return row;
    }

    private RawRow? Begin(Span<char> line, int number)
    {
        var row = _builder.End(endOfFile: false);
        _anyPlot = true;
        var plot = PlotLine.Read(line, number, log);
        _skipPlot = plot is null;
        if (plot is not null)
            _builder.Begin(plot);
        return row;
    }

    private void Open(BoundarySection section, ReadOnlySpan<char> line, int number)
    {
        _section = section;
        switch (section)
        {
            case BoundarySection.Header:
                _header = new() { Line = number };
                _headerAsked = true;
                break;
            case BoundarySection.Plots when _headerAsked:
                _headerAsked = false;
                _skipSection = !first.Agrees(_header!);
                if (_skipSection)
                    log.Add(
                        "crs.section-differs",
                        Severity.Refuse,
                        _header!.Line,
                        _header.ToString(),
                        arguments: [("first", first.ToString())]
                    );
                break;
            case BoundarySection.None:
                log.Add("section.ignored", Severity.Note, number, line.Trim().ToString());
                break;
        }
    }

    private void TellBlanks(ReadOnlySpan<char> line, int number)
    {
        if (_blanksTold || line.IndexOfAny(' ', '\t', '\u3000') < 0)
            return;
        _blanksTold = true;
        log.Add("text.blanks", Severity.Warn, number, line.ToString());
    }
}

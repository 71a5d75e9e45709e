using System.Globalization;
using LandLedger.Formats.Shapes;
using LandLedger.Import;

namespace LandLedger.Formats.BoundaryText;

/// <summary>Gathers the points of one plot into rings and checks them; one plot is in memory at a time.</summary>
internal sealed class PlotBuilder(PointPlaces places, string? areaUnit, IssueLog log)
{
    public const int MostRings = 5_000;

    private const double SamePlace = 0.0001;
    private const int MostTold = 20;

    private readonly List<double> _points = [];
    private readonly List<DrawnRing> _rings = [];
    private PlotLine? _plot;
    private bool _refused;
    private bool _overflow;
    private bool _commaTold;
    private int _rows;
    private int _told;
    private int _vertices;
    private int _closings;
    private int _open;
    private int _repeats;
    private int _repeatLine;
    private int _ringNumber;
    private int _ringLine;
    private int _lastLine;
    private string _firstName = "";
    private string _lastName = "";
    private bool _namesDiffer;
    private bool _closed;

    public bool Began => _plot is not null;

    public void Begin(PlotLine plot)
    {
        _plot = plot;
        _rings.Clear();
        _points.Clear();
        (_refused, _overflow, _commaTold, _closed) = (false, false, false, false);
        (_rows, _told, _vertices, _closings, _open, _repeats) = (0, 0, 0, 0, 0, 0);
    }

    public void Add(Span<char> line, int number)
    {
        _rows++;
        var point = PointLine.Read(line);
        if (point.Trouble != PointTrouble.None)
        {
            Tell(point, number);
            return;
        }
        if (_overflow)
            return;
        var (x, y) = (point.Y, point.X);
        if (_closed && Same(x, y, _points[0], _points[1]) && point.Ring == _ringNumber)
        {
            Repeated(number);
            return;
        }
        if (_points.Count > 0 && (_closed || point.Ring != _ringNumber))
            EndRing();
        places.Add(point.X, point.Y, number);
        if (_points.Count == 0)
            BeginRing(point.Name, point.Ring, number);
        else if (x == _points[^2] && y == _points[^1])
        {
            Repeated(number);
            return;
        }
        else
        {
            _namesDiffer |= !point.Name.SequenceEqual(_firstName);
            if (!point.Name.SequenceEqual(_lastName))
                _lastName = point.Name.SequenceEqual(_firstName) ? _firstName : point.Name.ToString();
        }
        _points.Add(x);
        _points.Add(y);
        _lastLine = number;
        _closed = _points.Count >= 6 && Same(x, y, _points[0], _points[1]);
        if (++_vertices > ShapeLimits.Vertices)
            Overflow("shape.too-many-vertices", ShapeLimits.Vertices);
    }

    /// <summary>The plot, or null when it cannot be kept; the log says why.</summary>
    /// <param name="endOfFile">Nothing follows, so that a ring left open with points missing was cut.</param>
    public RawRow? End(bool endOfFile)
    {
        if (_plot is not { } plot)
            return null;
        var leftOpen = _points.Count > 0 && !_closed;
        EndRing();
        _plot = null;
        _refused |= places.Tell(plot.Number);
        if (_rows == 0)
        {
            log.Add("plot.no-points", Severity.Refuse, plot.Line, plot: plot.Number);
            return null;
        }
        if (_repeats > 0)
            log.Add(
                "point.repeated",
                Severity.Warn,
                _repeatLine,
                plot: plot.Number,
                arguments: [("count", Text(_repeats))]
            );
        CheckCount(plot, endOfFile && leftOpen);
        if (_refused || _rings.Count == 0)
            return null;
        var shape = RingLayout.Arrange(_rings, out var extraParts);
        foreach (var part in extraParts)
            Tell(part, plot);
        plot.Cells[PlotColumns.Area] = SurveyArea.Hectares(plot.Area, areaUnit);
        return new(plot.Line, plot.Cells, shape);
    }

    /// <summary>By the format further numbers are holes; that one of them lies outside may be meant or a slip.</summary>
    private void Tell(DrawnRing part, PlotLine plot)
    {
        var isMeant = part.Number == _rings[0].Number;
        log.Add(
            isMeant ? "ring.part" : "ring.hole-outside",
            isMeant ? Severity.Note : Severity.Warn,
            part.Line,
            plot: plot.Number,
            arguments: [("ring", Text(part.Number))]
        );
    }

    private void BeginRing(ReadOnlySpan<char> name, int ring, int line)
    {
        (_firstName, _ringNumber, _ringLine) = (name.ToString(), ring, line);
        (_lastName, _namesDiffer) = (_firstName, false);
    }

    private void EndRing()
    {
        if (_points.Count == 0)
            return;
        if (_closed)
        {
            _closings++;
            (_points[^2], _points[^1]) = (_points[0], _points[1]);
        }
        else if (_namesDiffer && _lastName.Length > 0 && _lastName == _firstName)
        {
            var (first, last) = (Pair(_points[0], _points[1]), Pair(_points[^2], _points[^1]));
            Refuse("ring.closing-differs", _lastLine, last, ("name", _lastName), ("first", first), ("last", last));
        }
        else
        {
            _open++;
            log.Add(
                "ring.closed",
                Severity.Note,
                _ringLine,
                plot: _plot?.Number,
                arguments: [("ring", Text(_ringNumber))]
            );
            _points.Add(_points[0]);
            _points.Add(_points[1]);
        }
        Keep(new(_points.ToArray(), _ringLine, _ringNumber));
        _points.Clear();
        _closed = false;
    }

    private void Keep(DrawnRing ring)
    {
        var distinct = ring.Xy.Length / 2 - 1;
        if (_rings.Count == MostRings)
            Overflow("plot.too-many-rings", MostRings);
        else if (_refused)
            return;
        else if (distinct < 3)
            Refuse("shape.too-few-points", ring.Line, Text(distinct), ("ring", Text(ring.Number)));
        else if (ring.IsOnLine())
            Refuse("ring.no-area", ring.Line, null, ("ring", Text(ring.Number)));
        else
            _rings.Add(ring);
    }

    private void CheckCount(PlotLine plot, bool leftOpen)
    {
        if (plot.DeclaredCount == _rows || plot.DeclaredCount == _rows - _closings)
            return;
        // Lines that could not be read are told already; what they do to the count is no news.
        if (_told > 0)
            return;
        var cut = leftOpen && plot.DeclaredCount > _rows + _open;
        _refused |= cut;
        log.Add(
            cut ? "plot.cut-short" : "plot.count",
            cut ? Severity.Refuse : Severity.Warn,
            plot.Line,
            plot.CountText,
            plot.Number,
            "界址点数",
            1,
            ("declared", plot.CountText ?? ""),
            ("found", Text(_rows)),
            ("distinct", Text(_rows - _closings))
        );
    }

    private void Repeated(int line)
    {
        if (_repeats++ == 0)
            _repeatLine = line;
    }

    private void Tell(PointLine point, int line)
    {
        _refused = true;
        var comma = point.Trouble == PointTrouble.Comma;
        if (_told++ >= MostTold || comma && _commaTold)
            return;
        _commaTold |= comma;
        var code = point.Trouble switch
        {
            PointTrouble.Comma => "text.chinese-comma",
            PointTrouble.Fields => "point.fields",
            PointTrouble.Ring => "point.ring",
            _ => "point.number",
        };
        int? column = point.Column > 0 ? point.Column : null;
        log.Add(code, Severity.Refuse, line, point.Value.ToString(), _plot?.Number, column: column);
    }

    private void Refuse(string code, int line, string? value, params ReadOnlySpan<(string, string)> arguments)
    {
        _refused = true;
        log.Add(code, Severity.Refuse, line, value, _plot?.Number, arguments: arguments);
    }

    private void Overflow(string code, int limit)
    {
        if (!_overflow)
            Refuse(code, _ringLine, "> " + Text(limit), ("limit", Text(limit)));
        _overflow = true;
        _points.Clear();
        _closed = false;
    }

    private static bool Same(double x, double y, double otherX, double otherY) =>
        Math.Abs(x - otherX) <= SamePlace && Math.Abs(y - otherY) <= SamePlace;

    private static string Pair(double x, double y) =>
        string.Create(CultureInfo.InvariantCulture, $"{y:0.#######},{x:0.#######}");

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}

using LandLedger.Fields;
using LandLedger.Filters;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Layers;

/// <summary>One reading of a file as features, with what went wrong on the way.</summary>
internal sealed class LayerReading(RawFile file, Layer layer, Crs? asked)
{
    private readonly IssueLog _issues = new();
    private readonly QueryableProperty[] _values = [.. layer.Values];
    private readonly bool _numbered = file.NumbersRecords;
    private Crs? _crs;
    private bool _hasShapes;
    private int _refused;

    public long Kept { get; private set; }

    public bool IsRefused => _issues.AnyRefused;

    /// <summary>What can be said before a feature is read.</summary>
    public void Check(IEnumerable<ImportIssue> ofProperties)
    {
        _issues.AddAll(ofProperties);
        if (file.Issues.Exists(issue => issue.Severity == Severity.Refuse))
        {
            _issues.AddAll(file.Issues);
            return;
        }
        if (!file.HasOutlines)
            Refuse("layer.no-shapes");
        else if (_values.Length >= Layer.MostProperties)
            Refuse("file.too-many-columns", ("limit", $"{Layer.MostProperties}"));
        var issues = new List<ImportIssue>();
        _crs = file.HasOutlines ? CrsChoice.Of(file, asked, issues) : null;
        _issues.AddAll(issues);
    }

    public IEnumerable<LayerFeature> Features()
    {
        var last = 0L;
        foreach (var row in file.Rows())
        {
            var issues = new List<ImportIssue>();
            var feature = Feature(row, _numbered && row.Line > last ? row.Line : last + 1, issues);
            _issues.AddAll(issues);
            if (feature is null)
            {
                _refused++;
                continue;
            }
            last = feature.Id;
            _hasShapes |= feature.Shape is not null;
            Kept++;
            yield return feature;
        }
    }

    /// <summary>What can be said only after all features were read.</summary>
    public void End()
    {
        _issues.AddAll(file.Issues);
        if (Kept > 0 && !_hasShapes)
            Refuse("layer.no-shapes");
        if (Kept == 0 && !IsRefused)
            Refuse("layer.empty");
    }

    public LayerReport Report(ImportOutcome outcome, long? before) =>
        new(outcome, layer with { Features = Kept })
        {
            Before = before,
            Refused = _refused,
            Issues = _issues.All(),
        };

    private LayerFeature? Feature(RawRow row, long id, List<ImportIssue> issues)
    {
        var place = new RawPlace(file.Name, row.Line, null);
        var values = new object?[_values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (row.Cells[i] is not { } cell || (values[i] = LayerValue.Read(_values[i].Type, cell)) is not null)
                continue;
            var issue = place.Issue(
                "layer.value",
                Severity.Refuse,
                ("value", FileIssues.Cut(cell)),
                ("type", CodeText.Of(_values[i].Type))
            );
            issues.Add(issue with { Column = i + 1, Title = _values[i].Name });
        }
        var shape = row.Shape is { } raw ? Shape(raw, place, issues) : null;
        var isRefused = issues.Exists(issue => issue.Severity == Severity.Refuse);
        return isRefused || (row.Shape is not null && shape is null) ? null : new(id, shape, values);
    }

    private LayerShape? Shape(RawShape raw, RawPlace place, List<ImportIssue> issues)
    {
        if (raw.Trouble is { } trouble)
            issues.Add(place.Issue(trouble.Code, Severity.Refuse, trouble.Arguments));
        return raw.IsUnread ? null : LayerShapeBuilder.Build(raw, _crs!, place, issues);
    }

    private void Refuse(string code, params (string Name, string Value)[] arguments) =>
        _issues.Add(new RawPlace(file.Name, null, null).Issue(code, Severity.Refuse, arguments));
}

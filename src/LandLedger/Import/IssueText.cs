using System.Globalization;
using LandLedger.Import.Columns;

namespace LandLedger.Import;

/// <summary>The sentence of an issue and its proposed fix, in either language.</summary>
public static class IssueText
{
    public static string Sentence(this ImportIssue issue, Texts texts)
    {
        var key = "issue." + issue.Code;
        if (issue.Arguments.TryGetValue("rows", out var rows) && texts.Find($"{key}.{rows}") is not null)
            key = $"{key}.{rows}";
        return texts.Find(key) is null ? issue.Code : texts.Fill(key, name => Value(issue, name, texts));
    }

    /// <summary>What to do about it, or null where there is nothing to do.</summary>
    public static string? Fix(this ImportIssue issue, Texts texts)
    {
        var key = "issue." + issue.Code + ".fix";
        if (issue.Arguments.TryGetValue("rows", out var rows) && texts.Find($"{key}.{rows}") is not null)
            key = $"{key}.{rows}";
        return texts.Find(key) is null ? null : texts.Fill(key, name => Value(issue, name, texts));
    }

    private static string? Value(ImportIssue issue, string name, Texts texts) =>
        issue.Arguments.TryGetValue(name, out var argument)
            ? Word(issue, name, argument, texts)
            : name switch
            {
                "value" => issue.Value,
                "column" => issue.Title ?? issue.Column?.ToString(CultureInfo.InvariantCulture),
                "line" => issue.Line?.ToString(CultureInfo.InvariantCulture),
                "plot" => issue.Plot,
                "field" => issue.Field is null ? null : ChangeText.Title(issue.Field, texts),
                "file" => issue.File,
                "range" => texts.Fill(
                    issue.Arguments.ContainsKey("above") ? "range.above" : "range.from",
                    bound => Value(issue, bound, texts)
                ),
                _ => null,
            };

    /// <summary>Issues carry ids, as data; people read titles, units and codes in their own language.</summary>
    private static string Word(ImportIssue issue, string name, string argument, Texts texts) =>
        name switch
        {
            "field" or "earlier" or "later" or "one" or "other" => ChangeText.Title(argument, texts),
            "fields" => string.Join(
                texts["list.comma"],
                argument.Split(',').Select(field => ChangeText.Title(field, texts))
            ),
            "oneValue" or "otherValue" => YesOrNo(argument, texts),
            "stage" => texts["code.stage." + argument],
            "ended" or "reached" or "since" => ChangeText.Day(argument, texts),
            "said" => argument.Length == 0 ? "" : texts.Fill("issue.said", _ => argument),
            "ofYear" => argument.Length == 0 ? "" : texts.Fill("issue.of-year", _ => argument),
            "overZone" => argument.Length == 0 ? "" : texts.Fill("issue.over-zone", _ => argument),
            "look" => argument.Length == 0 ? "" : texts.Fill("issue.look", _ => argument),
            "old"
            or "value"
            or "kept" when issue.Code is "plot.duplicate" or "plot.contradiction" or "plot.contested" =>
                ChangeText.Value(issue.Arguments["field"], argument, texts),
            "old" or "now" when issue.Code is "firm-year.conflict" or "firm-plot.conflict" => ChangeText.Value(
                issue.Arguments["field"],
                argument,
                texts
            ),
            "value" or "shared" when issue.Code is "plot.figure-shared" => ChangeText.Value(
                issue.Arguments["field"],
                argument,
                texts
            ),
            "statedIn" => argument.Length == 0
                ? ""
                : texts.Fill("issue.stated-in", part => part == "file" ? argument : issue.Arguments["first"]),
            "value" when issue.Code is "import.earlier" or "import.earlier-meant" => ChangeText.Day(argument, texts),
            "value"
            or "known"
                when issue.Code
                    is "delay.overlap"
                        or "delay.kept"
                        or "delay.withdrawn-none"
                        or "delay.withdrawn-case" => ChangeText.Value("delay", argument, texts),
            "value"
            or "known" when issue.Code is "supplement.overlap" or "supplement.kept" or "supplement.withdrawn-none" =>
                ChangeText.Value("supplement", argument, texts),
            "value" when issue.Code is "charge.kept" => ChangeText.Value("charge", argument, texts),
            "meanings" => UseText.Meanings(argument, texts),
            "unit" or "asUnit" => UnitName(argument, texts),
            "codes" => string.Join(
                texts["list.comma"],
                argument.Split(',').Select(code => texts.Find($"code.{issue.Field}.{code}") ?? code)
            ),
            "value" when issue.Code is "shape.repaired" or "shape.not-valid" or "layer.repaired" => texts.Find(
                "shape-fault." + argument
            ) ?? argument,
            "type" when issue.Code is "layer.value" => texts["filter.type." + argument],
            "value" when issue.Code is "shape.not-polygon" or "layer.shape-kind" => texts.Find("shape-kind." + argument)
                ?? argument,
            "at" => At(issue, argument, texts),
            "axes" => texts["axes." + argument],
            "crs" or "proposed" => texts.Find("crs." + argument) ?? argument,
            "looks" => texts.Find("looks." + argument) ?? argument,
            "index" or "usedIndex" => ColumnName(argument),
            "plots" when issue.Plots.Count > 0 => string.Join(texts["list.comma"], issue.Plots),
            "titles" or "plots" or "firms" => argument.Replace("、", texts["list.comma"], StringComparison.Ordinal),
            "layouts" => string.Join(texts["list.comma"], argument.Split(',').Select(id => LayoutName(id, texts))),
            "min" or "above" or "max" or "read" or "fromM2" or "fromHa" or "asRead" => WithUnit(
                issue.Field,
                argument,
                texts
            ),
            _ => argument,
        };

    /// <summary>X is the northing in Chinese surveys, whatever comes first in a file.</summary>
    private static string At(ImportIssue issue, string at, Texts texts)
    {
        var comma = at.IndexOf(',', StringComparison.Ordinal);
        return issue.Arguments.TryGetValue("axes", out var axes) && comma > 0
            ? texts.Fill("at." + axes, name => name == "east" ? at[..comma] : at[(comma + 1)..].Trim())
            : at;
    }

    /// <summary>A column as people count it and as spreadsheets name it: 28 (AB).</summary>
    private static string ColumnName(string number)
    {
        var letters = "";
        for (var rest = int.Parse(number, CultureInfo.InvariantCulture); rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return $"{number} ({letters})";
    }

    private static string LayoutName(string id, Texts texts) =>
        Layouts.Find(id) is { } layout
            ? texts.Fill("layout.name", name => name == "id" ? id : layout.Title(texts.Language))
            : id;

    private static string YesOrNo(string argument, Texts texts) =>
        argument switch
        {
            "true" => texts["word.yes"],
            "false" => texts["word.no"],
            _ => argument,
        };

    private static string UnitName(string unit, Texts texts) =>
        FileUnit.Named(unit) is { } known ? texts.Find("file-unit." + known.Id) ?? unit : unit;

    /// <summary>A bound is in the unit of the fact, which may not be that of the column.</summary>
    private static string WithUnit(string? field, string bound, Texts texts) =>
        field is not null
        && RowFields.Find(field) is { } found
        && found != RowFields.Year
        && decimal.TryParse(bound, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? FactText.Of(Fact.Of(number, found.Unit), texts, Math.Min((int)number.Scale, 8))
            : bound;
}

using LandLedger.Fields;

namespace LandLedger.Formats.Lists;

/// <summary>Which form of another office.</summary>
public enum FormKind
{
    /// <summary>低效用地调查表: the survey of low-efficiency land (<see cref="SurveyTable"/>).</summary>
    Survey,

    /// <summary>供地结果: grant results of the land market with what its monitoring asks for (<see cref="LandMarketTable"/>).</summary>
    LandMarket,
}

/// <summary>Forms of other offices with a row a plot, as XLSX; by a template of a county's own or as they come with LandLedger.</summary>
public static class PlotForm
{
    /// <summary>Codes of the kinds: survey, land-market.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Enum.GetValues<FormKind>().Select(CodeText.Of)];

    /// <summary>Writes the workbook; the stream need not be seekable.</summary>
    /// <param name="asOf">The day that the plots were judged on.</param>
    /// <param name="categories">Only plots that count as these; all when empty.</param>
    /// <param name="template">A county's own, or null for the form that comes with LandLedger.</param>
    public static void Write(
        FormKind kind,
        Stream output,
        IEnumerable<Evaluation> evaluations,
        DateOnly asOf,
        IReadOnlyCollection<Category> categories,
        FormTemplate? template = null,
        CancellationToken cancel = default
    )
    {
        var asked =
            categories.Count == 0
                ? evaluations
                : evaluations.Where(evaluation => categories.Contains(evaluation.CountsAs));
        if (template is not null)
            template.Write(output, Columns(kind), asked, cancel);
        else if (kind == FormKind.Survey)
            SurveyTable.Write(output, asked, asOf, cancel);
        else
            LandMarketTable.Write(output, asked, asOf, cancel);
    }

    internal static IReadOnlyList<FormColumn> Columns(FormKind kind) =>
        kind == FormKind.Survey ? SurveyTable.Columns : LandMarketTable.Columns;
}

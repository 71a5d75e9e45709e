using LandLedger.Import;

namespace LandLedger.Service.Plots;

/// <summary>The order of a request: names with commas between them, each once, - before one for descending, + or nothing for ascending.</summary>
internal static class SortText
{
    public static IReadOnlyList<string> Names { get; } = [.. PlotSort.Sortables.Select(property => property.Name)];

    public static string Pattern { get; } = $"^[+-]?({string.Join('|', Names)})$";

    /// <summary>A plus that nobody escaped comes as a blank.</summary>
    public static bool TryRead(string text, out PlotSort? value)
    {
        var terms = new List<SortTerm>();
        value = new(terms);
        foreach (var part in text.Split(','))
        {
            var name = part is ['+' or '-' or ' ', .. var rest] ? rest : part;
            if (PlotSort.Sortables.FirstOrDefault(property => property.Name == name) is not { } property)
                return false;
            terms.Add(new(property, part[0] == '-'));
        }
        return terms.Count <= PlotSort.MostTerms && terms.DistinctBy(term => term.Property).Count() == terms.Count;
    }
}

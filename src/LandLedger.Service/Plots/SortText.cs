using System.Text.Json.Nodes;
using LandLedger.Filters;
using LandLedger.Import;
using LandLedger.People;
using LandLedger.Service.Http;
using LandLedger.Service.People;

namespace LandLedger.Service.Plots;

/// <summary>A name in the order of a request.</summary>
internal readonly record struct SortName(string Name, bool Descending);

/// <summary>The order of a request: names with commas between them, each once, - before one for descending, + or nothing for ascending.</summary>
internal static class SortText
{
    /// <summary>The parameter to those from whom that is hidden.</summary>
    public static Parameter<PlotSort?> Parameter(FieldGroups hidden)
    {
        var sortables = SeenFields.Of(hidden).Sortables;
        string[] names = [.. sortables.Select(property => property.Name)];
        return new(
            "sortby",
            (string text, out PlotSort? value) =>
                (value = TryRead(text, out IReadOnlyList<SortName> asked) ? SortOf(asked, sortables) : null)
                    is not null,
            null,
            _ =>
                new()
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject
                    {
                        ["type"] = "string",
                        ["pattern"] = $"^[+-]?({string.Join('|', names)})$",
                    },
                    ["minItems"] = 1,
                    ["maxItems"] = PlotSort.MostTerms,
                }
        )
        {
            Codes = names,
            Seen = Parameter,
        };
    }

    /// <summary>A plus that nobody escaped comes as a blank.</summary>
    public static bool TryRead(string text, out IReadOnlyList<SortName> value)
    {
        value =
        [
            .. text.Split(',')
                .Select(part => new SortName(
                    part is ['+' or '-' or ' ', .. var rest] ? rest : part,
                    part is ['-', ..]
                )),
        ];
        return value.Count <= PlotSort.MostTerms && value.DistinctBy(name => name.Name).Count() == value.Count;
    }

    /// <summary>The order by properties of these names; null where one is none of them.</summary>
    public static PlotSort? SortOf(IEnumerable<SortName> names, IEnumerable<QueryableProperty> sortables)
    {
        var terms = new List<SortTerm>();
        foreach (var (name, descending) in names)
        {
            if (sortables.FirstOrDefault(property => property.Name == name) is not { } property)
                return null;
            terms.Add(new(property, descending));
        }
        return new(terms);
    }
}

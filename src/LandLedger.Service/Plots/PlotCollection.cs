using System.Globalization;
using LandLedger.Disposal;
using LandLedger.Fields;
using LandLedger.Filters;
using LandLedger.Formats.Map;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.People;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using LandLedger.Service.People;
using LandLedger.Service.Plots.Writing;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Plots;

/// <summary>A collection with an item for each plot: the plots themselves, or what the rules say of them.</summary>
internal sealed class PlotCollection
{
    /// <summary>Columns of the list that say which plot is meant and how large it is.</summary>
    private static readonly string[] Heads = ["plot", "county", "zone", "stated_mu", "measured_mu", "measured_in"];

    private readonly IReadOnlyList<Field> _written;

    private PlotCollection(
        string id,
        string schema,
        IReadOnlyList<DisposalColumn> columns,
        IReadOnlyList<Field> written
    )
    {
        Id = id;
        Schema = schema;
        Properties = PropertiesOf(columns);
        _written = written;
    }

    /// <summary>Each plot with all that the list says of it.</summary>
    public static PlotCollection Plots { get; } = new("plots", "Plot", DisposalColumns.All, WritableFields.All);

    /// <summary>The class of each plot on a day, what it rests on and what follows, with the package that judged.</summary>
    public static PlotCollection Evaluations { get; } =
        new(
            "evaluations",
            "Evaluation",
            [
                .. DisposalColumns.All.Where(column => column.IsJudged || Heads.Contains(column.Id)),
                .. DisposalColumns.Judged,
            ],
            []
        );

    public static IReadOnlyList<PlotCollection> All { get; } = [Plots, Evaluations];

    public string Id { get; }

    /// <summary>How the names of its schemas in the OpenAPI document begin.</summary>
    public string Schema { get; }

    public string Path => "/collections/" + Id;

    /// <summary>The properties of an item, or those of them that are asked for.</summary>
    public Parameter<IReadOnlyList<DisposalColumn>> Properties { get; }

    public IReadOnlyList<DisposalColumn> Columns => Properties.Absent;

    /// <summary>What items have, what filters may name, what items are sorted by, to those from whom that is hidden.</summary>
    public IReadOnlyList<CollectionSchema> Schemas(FieldGroups hidden)
    {
        var (fields, columns) = (SeenFields.Of(hidden), Properties.In(hidden).Absent);
        // Who has anything hidden from him may only read.
        List<Field> written = hidden == FieldGroups.None ? [.. _written] : [];
        return
        [
            new(
                "schema",
                [
                    PropertySchema.Id("string", "schema.plot-id"),
                    .. columns.Select(column =>
                        PropertySchema.Of(column, written.Exists(field => field.Id == column.Id))
                    ),
                    .. written.Where(field => columns.All(column => column.Id != field.Id)).Select(PropertySchema.Of),
                    PropertySchema.Of(
                        PlotQueryables.All.Find(PlotQueryables.Geometry)!,
                        hidden.HasFlag(FieldGroups.Shape) ? nameof(WkbKind.Point) : nameof(WkbKind.MultiPolygon)
                    ),
                ],
                Id
            ),
            new("queryables", fields.Queryables.All.Select(PropertySchema.Of), Id),
            new("sortables", fields.Sortables.Select(PropertySchema.Of), Id),
        ];
    }

    /// <summary>Links of an item: the plot itself, where items only speak of it, and how it was judged on the day.</summary>
    public IReadOnlyList<FeatureLink> LinksOf(HttpRequest request, DateOnly asOf)
    {
        var (items, plots) = (Links.To(request, Plots.Path + "/items/"), Links.To(request, "/plots/"));
        var day = "?asOf=" + asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var judged = new FeatureLink(
            "describedby",
            MediaTypes.Json,
            id => $"{plots}{Uri.EscapeDataString(id)}/evaluation{day}"
        );
        return this == Plots
            ? [judged]
            : [new("about", MediaTypes.GeoJson, id => items + Uri.EscapeDataString(id) + day), judged];
    }

    /// <summary>Of a column that is hidden there is no name.</summary>
    private static Parameter<IReadOnlyList<DisposalColumn>> PropertiesOf(IReadOnlyList<DisposalColumn> columns) =>
        new(
            "properties",
            (string text, out IReadOnlyList<DisposalColumn> value) => TryRead(text, columns, out value),
            columns,
            _ => Reading.ListOf(columns.Select(column => column.Id))
        )
        {
            Seen = hidden => PropertiesOf([.. columns.Where(column => hidden.Show(column.Id))]),
        };

    /// <summary>Names with commas between them, each once; the columns come in their own order.</summary>
    private static bool TryRead(
        string text,
        IReadOnlyList<DisposalColumn> columns,
        out IReadOnlyList<DisposalColumn> value
    )
    {
        var names = text.Split(',');
        value = [.. columns.Where(column => names.Contains(column.Id))];
        return value.Count == names.Length;
    }
}

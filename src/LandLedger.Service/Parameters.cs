using System.Text.Json.Nodes;
using LandLedger.Acreage;
using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.Import;
using LandLedger.People;
using LandLedger.Service.Collections;
using LandLedger.Service.Http;
using LandLedger.Service.Plots;

namespace LandLedger.Service;

/// <summary>Every query parameter of the service, once: a name means the same on all routes.</summary>
internal static class Parameters
{
    public const int DefaultPage = 100;

    private const int LongestReason = 1000;

    private static readonly string[] Categories = [.. Enum.GetValues<Category>().Select(Codes.Of)];
    private static readonly string[] Counts = [.. Enum.GetValues<CountPolicy>().Select(CodeText.Of)];
    private static readonly string[] FilterLangs = [.. Enum.GetValues<FilterLang>().Select(CodeText.Of)];

    public static readonly Parameter<IReadOnlyList<double>?> Bbox = new(
        "bbox",
        Reading.Box,
        null,
        _ =>
            new()
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "number" },
                ["oneOf"] = new JsonArray(new JsonObject { ["minItems"] = 4, ["maxItems"] = 4 }),
            }
    );

    public static readonly Parameter<AskedCrs> BboxCrs = new(
        "bbox-crs",
        CrsUri.TryRead,
        CrsUri.LonLat,
        _ => CrsSchema()
    );

    public static readonly Parameter<AskedCrs> AnswerCrs = new("crs", CrsUri.TryRead, CrsUri.LonLat, _ => CrsSchema())
    {
        Sentence = "crs.answer",
    };

    public static readonly Parameter<DayRange?> DateTime = new("datetime", DayRange.TryRead, null, Reading.TextSchema);

    public static readonly Parameter<int?> Decimals = new(
        "decimals",
        (string text, out int? value) => (value = text is [>= '0' and <= '9'] ? text[0] - '0' : null) is not null,
        null,
        _ =>
            new()
            {
                ["type"] = "integer",
                ["minimum"] = 0,
                ["maximum"] = 9,
            }
    );

    public static readonly Parameter<int?> Limit = new(
        "limit",
        Reading.Count,
        null,
        options =>
            new()
            {
                ["type"] = "integer",
                ["minimum"] = 1,
                ["maximum"] = options.MaxPage,
                ["default"] = Math.Min(DefaultPage, options.MaxPage),
            }
    );

    /// <summary>The entries of the ledger after this number.</summary>
    public static readonly Parameter<int?> After = new(
        "after",
        Reading.Count,
        null,
        _ => new() { ["type"] = "integer", ["minimum"] = 1 }
    );

    public static readonly Parameter<PlotPlace?> Page = new("cursor", Cursor.TryRead, null, Reading.TextSchema);

    public static readonly Parameter<CountPolicy> Count = new(
        "count",
        Reading.Code,
        CountPolicy.None,
        _ => Reading.OneOf(Counts, Counts[0])
    );

    public static readonly Parameter<PlotSort?> SortBy = SortText.Parameter(FieldGroups.None);

    /// <summary>By names of properties, which the layer tells.</summary>
    public static readonly Parameter<IReadOnlyList<SortName>> LayerSortBy = new(
        "sortby",
        SortText.TryRead,
        [],
        _ =>
            new()
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string" },
                ["minItems"] = 1,
                ["maxItems"] = PlotSort.MostTerms,
            }
    )
    {
        Sentence = "sortby.layer",
    };

    /// <summary>Behind which zone a page begins.</summary>
    public static readonly Parameter<ZoneKey?> ZonePage = new(
        "cursor",
        (string text, out ZoneKey? value) => (value = ZoneKey.Parse(text)) is not null,
        null,
        Reading.TextSchema
    );

    /// <summary>Whether positions are shifted for base maps of Chinese web services.</summary>
    public static readonly Parameter<bool> Shifted = new(
        "shifted",
        (string text, out bool value) => value = text == "gcj02",
        false,
        _ => Reading.OneOf(["gcj02"])
    );

    public static readonly Parameter<DateOnly?> AsOf = new("asOf", Reading.Day, null, Reading.DaySchema);

    public static readonly Parameter<IReadOnlyList<Category>> Category = new(
        "category",
        Reading.Codes<Category>,
        [],
        _ => Reading.ListOf(Categories)
    );

    public static readonly Parameter<string?> Zone = new("zone", Reading.Text, null, Reading.TextSchema);

    /// <summary>What bounds it is the limit of filters, not that of names.</summary>
    public static readonly Parameter<string?> Filter = new(
        "filter",
        (string text, out string? value) => (value = text).Length > 0,
        null,
        Reading.TextSchema
    );

    public static readonly Parameter<FilterLang> FilterLang = new(
        "filter-lang",
        Reading.Code,
        default,
        _ => Reading.OneOf(FilterLangs, FilterLangs[0])
    );

    public static readonly Parameter<AskedCrs> FilterCrs = new(
        "filter-crs",
        CrsUri.TryRead,
        CrsUri.LonLat,
        _ => CrsSchema()
    );

    public static readonly Parameter<string?> County = new(
        "county",
        Reading.County,
        null,
        _ => new() { ["type"] = "string", ["pattern"] = "^[0-9]{6}$" }
    );

    public static readonly Parameter<Texts?> Lang = new("lang", ReadLang, null, _ => Reading.OneOf(["zh", "en"]));

    public static readonly Parameter<IReadOnlyList<AcreageBy>> By = ByOf(FieldGroups.None);

    public static readonly Parameter<bool> Plots = new("plots", Reading.Flag, false, Reading.FlagSchema);

    /// <summary>Whether plots that a case keeps off lists are listed.</summary>
    public static readonly Parameter<bool> Held = new("held", Reading.Flag, false, Reading.FlagSchema);

    public static readonly Parameter<bool> KeepGood = new("keepGood", Reading.Flag, false, Reading.FlagSchema);

    public static readonly Parameter<bool> EndAll = new("endAll", Reading.Flag, false, Reading.FlagSchema);

    public static readonly Parameter<bool> Earlier = new("earlier", Reading.Flag, false, Reading.FlagSchema);

    public static readonly Parameter<Layout?> Layout = new(
        "layout",
        (string text, out Layout? value) => (value = Layouts.Find(text)) is not null,
        null,
        _ => Reading.OneOf(Layouts.All.Select(layout => layout.Id))
    );

    public static readonly Parameter<Crs?> Crs = new(
        "crs",
        (string text, out Crs? value) => (value = CrsTable.Find(text)) is not null,
        null,
        Reading.TextSchema
    );

    public static readonly Parameter<DateOnly?> On = new("on", Reading.Day, null, Reading.DaySchema);

    /// <summary>The day since when what is written of a plot holds (inclusive); that from which it is no longer in the register.</summary>
    public static readonly Parameter<DateOnly?> Since = new("on", Reading.Day, null, Reading.DaySchema)
    {
        Sentence = "on.plot",
    };

    /// <summary>Who writes.</summary>
    public static readonly Parameter<string?> Writer = new("by", Reading.Text, null, Reading.TextSchema)
    {
        Sentence = "by.writer",
    };

    /// <summary>Why it is written, in the words of who writes.</summary>
    public static readonly Parameter<string?> Why = new(
        "why",
        (string text, out string? value) =>
        {
            value = text;
            return text.Length is > 0 and <= LongestReason && !text.Any(char.IsControl);
        },
        null,
        _ => new() { ["type"] = "string", ["maxLength"] = LongestReason }
    );

    /// <summary>The day at whose close a plot is asked for.</summary>
    public static readonly Parameter<DateOnly?> HeldOn = new("on", Reading.Day, null, Reading.DaySchema)
    {
        Sentence = "on.held",
    };

    /// <summary>By what had been recorded up to then.</summary>
    public static readonly Parameter<DateTimeOffset?> Recorded = new(
        "recorded",
        Reading.Time,
        null,
        _ => new() { ["type"] = "string", ["format"] = "date-time" }
    );

    /// <summary>Where items of any collection lie, which of them are wanted, and in which system they come.</summary>
    public static IReadOnlyList<Parameter> OfItems =>
        [Bbox, BboxCrs, AnswerCrs, Decimals, Filter, FilterLang, FilterCrs];

    private static JsonObject CrsSchema() =>
        new()
        {
            ["type"] = "string",
            ["format"] = "uri",
            ["default"] = CrsUri.LonLat.Name,
        };

    private static Parameter<IReadOnlyList<AcreageBy>> ByOf(FieldGroups hidden)
    {
        AcreageBy[] shown =
        [
            .. Enum.GetValues<AcreageBy>().Where(by => by != AcreageBy.Holder || !hidden.HasFlag(FieldGroups.Holder)),
        ];
        return new(
            "by",
            (string text, out IReadOnlyList<AcreageBy> value) =>
                (value = AcreageTable.Parse(text) ?? []).Count > 0 && value.All(shown.Contains),
            [AcreageBy.Category],
            _ => Reading.ListOf(shown.Select(CodeText.Of), most: AcreageTable.MostBy)
        )
        {
            Seen = ByOf,
        };
    }

    private static bool ReadLang(string text, out Texts? value)
    {
        value = text switch
        {
            "zh" => Texts.Chinese,
            "en" => Texts.English,
            _ => null,
        };
        return value is not null;
    }
}

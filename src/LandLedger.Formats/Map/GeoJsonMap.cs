using System.Text;
using System.Text.Json;
using LandLedger.Disposal;
using LandLedger.Formats.Json;
using LandLedger.Formats.Output;
using LandLedger.Geometry;

namespace LandLedger.Formats.Map;

/// <summary>How a map is written.</summary>
public sealed record GeoJsonOptions
{
    public static GeoJsonOptions Default { get; } = new();

    /// <summary>The member <c>name</c> of the collection.</summary>
    public string Name { get; init; } = "plots";

    /// <summary>Language of the sentences; codes and names of properties are the same in each.</summary>
    public Texts Texts { get; init; } = Texts.Chinese;

    /// <summary>The system of all positions, in the axis order of its authority; longitude and latitude as RFC 7946 has it.</summary>
    public Crs Crs { get; init; } = CrsTable.LonLat;

    /// <summary>
    /// Whether positions are shifted for base maps in GCJ-02, and marked as such (<see cref="ShiftedMark"/>). Only in longitude and
    /// latitude: a shifted position is one in no system.
    /// </summary>
    public bool Shifted { get; init; }

    /// <summary>Decimals at most, 0 to 9; when null 7 of a degree (about a centimetre) or 3 of a metre.</summary>
    public int? Decimals { get; init; }

    /// <summary>The properties of each feature, in this order.</summary>
    public IReadOnlyList<DisposalColumn> Columns { get; init; } = DisposalColumns.All;

    /// <summary>Whether each feature gets its <c>bbox</c>.</summary>
    public bool Boxes { get; init; }

    /// <summary>Links of each feature of a collection.</summary>
    public IReadOnlyList<FeatureLink> Links { get; init; } = [];

    /// <summary>Writes further members of the collection, before the features (links, counts known beforehand).</summary>
    public Action<Utf8JsonWriter>? Before { get; init; }

    /// <summary>The same after the features, told how many they were (a link to the next page); of one feature by itself, its further members.</summary>
    public Action<Utf8JsonWriter, long>? After { get; init; }
}

/// <summary>A link of a feature.</summary>
/// <param name="Address">By the id of the feature.</param>
public sealed record FeatureLink(string Rel, string Type, Func<string, string> Address);

/// <summary>
/// The map as GeoJSON (RFC 7946): longitude and latitude in degrees, no <c>crs</c> member, properties by
/// <see cref="DisposalColumns"/>, and in the collection what it rests on. A plot without boundary has a null geometry. Streams:
/// memory does not grow with the number of plots, and the first features leave at once.
/// </summary>
public static class GeoJsonMap
{
    /// <summary>Bytes put together before they leave, where features have been made before.</summary>
    private const int Written = 32 * 1024;

    private static ReadOnlySpan<byte> Between => ",\n"u8;

    /// <summary>Writes all plots in the order given and returns how many.</summary>
    public static Task<long> WriteAsync(
        Stream output,
        IEnumerable<Evaluation> evaluations,
        ListBasis basis,
        GeoJsonOptions? options = null,
        CancellationToken cancel = default
    ) => WriteAsync(output, evaluations, feature => feature.Write, basis, options, cancel);

    /// <summary>The same of plots that nobody judged, which is all that <see cref="DisposalColumn.IsJudged"/> columns are not needed for.</summary>
    /// <exception cref="ArgumentException">One of the columns is judged.</exception>
    public static Task<long> WriteAsync(
        Stream output,
        IEnumerable<Plot> plots,
        ListBasis basis,
        GeoJsonOptions options,
        CancellationToken cancel = default
    )
    {
        CheckUnjudged(options);
        return WriteAsync(output, plots, feature => feature.Write, basis, options, cancel);
    }

    /// <summary>The same of the lines of a list.</summary>
    public static Task<long> WriteAsync(
        Stream output,
        IEnumerable<ListLine> lines,
        ListBasis basis,
        GeoJsonOptions options,
        CancellationToken cancel = default
    ) => WriteAsync(output, lines, feature => feature.Write, basis, options, cancel);

    /// <summary>One feature by itself, e.g. the answer to a request for one plot.</summary>
    public static byte[] Feature(Evaluation evaluation, ListBasis basis, GeoJsonOptions? options = null)
    {
        var buffer = new Utf8Buffer();
        options ??= GeoJsonOptions.Default;
        Check(options);
        new FeatureJson(basis, options).Write(evaluation, buffer);
        return WithRest(buffer, options);
    }

    /// <summary>Features as they stand in a collection, one by one, for <see cref="WriteAsync(Stream, IEnumerable{ReadOnlyMemory{byte}}, ListBasis, GeoJsonOptions, CancellationToken)"/>.</summary>
    public static IEnumerable<byte[]> Features(
        IEnumerable<Evaluation> evaluations,
        ListBasis basis,
        GeoJsonOptions options
    ) => Features(evaluations, feature => feature.Write, basis, options);

    /// <summary>The same of plots that nobody judged.</summary>
    /// <exception cref="ArgumentException">One of the columns is judged.</exception>
    public static IEnumerable<byte[]> Features(IEnumerable<Plot> plots, ListBasis basis, GeoJsonOptions options)
    {
        CheckUnjudged(options);
        return Features(plots, feature => feature.Write, basis, options);
    }

    /// <summary>Writes features that have been made before, by the same options on the same day, and returns how many.</summary>
    public static async Task<long> WriteAsync(
        Stream output,
        IEnumerable<ReadOnlyMemory<byte>> features,
        ListBasis basis,
        GeoJsonOptions options,
        CancellationToken cancel = default
    )
    {
        Check(options);
        var buffer = new Utf8Buffer();
        buffer.Raw(Head(basis, options).Span);
        long count = 0;
        foreach (var feature in features)
        {
            if (count++ > 0)
                buffer.Raw(Between);
            buffer.Raw(feature.Span);
            if (buffer.Length < Written)
                continue;
            await output.WriteAsync(buffer.Written, cancel).ConfigureAwait(false);
            buffer.Clear();
        }
        buffer.Raw(Tail(options, count).Span);
        await output.WriteAsync(buffer.Written, cancel).ConfigureAwait(false);
        return count;
    }

    private static IEnumerable<byte[]> Features<T>(
        IEnumerable<T> items,
        Func<FeatureJson, ItemWriter<T>> writer,
        ListBasis basis,
        GeoJsonOptions options
    )
    {
        Check(options);
        var write = writer(new(basis, options));
        var buffer = new Utf8Buffer();
        foreach (var item in items)
        {
            buffer.Clear();
            write(item, buffer);
            yield return buffer.Written.ToArray();
        }
    }

    private static async Task<long> WriteAsync<T>(
        Stream output,
        IEnumerable<T> items,
        Func<FeatureJson, ItemWriter<T>> writer,
        ListBasis basis,
        GeoJsonOptions? options,
        CancellationToken cancel
    )
    {
        options ??= GeoJsonOptions.Default;
        Check(options);
        await output.WriteAsync(Head(basis, options), cancel).ConfigureAwait(false);
        var count = await Batches
            .WriteAsync(output, items, Between.ToArray(), () => writer(new(basis, options)), cancel)
            .ConfigureAwait(false);
        await output.WriteAsync(Tail(options, count), cancel).ConfigureAwait(false);
        return count;
    }

    /// <summary>The collection up to its first feature.</summary>
    private static ReadOnlyMemory<byte> Head(ListBasis basis, GeoJsonOptions options)
    {
        var members = Members(json =>
        {
            WriteKind(json, options.Name, options.Shifted);
            BasisJson.Write(json, basis);
            json.WriteString(Names.SharingRule, options.Texts["sharing.rule"]);
            options.Before?.Invoke(json);
        });
        return Encoding.UTF8.GetBytes("{" + members + ",\"features\":[\n");
    }

    private static void Check(GeoJsonOptions options)
    {
        if (options.Shifted && options.Crs != CrsTable.LonLat)
            throw new ArgumentException("Shifted positions are in no system", nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Decimals ?? 0, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Decimals ?? 0, FixedPoint.MaxDecimals, nameof(options));
    }

    private static void CheckUnjudged(GeoJsonOptions options)
    {
        if (options.Columns.FirstOrDefault(column => column.IsJudged) is { } judged)
            throw new ArgumentException($"{judged} is judged", nameof(options));
    }

    internal static void WriteKind(Utf8JsonWriter json, string name, bool shifted)
    {
        json.WriteString("type", "FeatureCollection");
        json.WriteString("name", shifted ? ShiftedMark.Name(name) : name);
        if (shifted)
            json.WriteString(ShiftedMark.Member, ShiftedMark.Value);
    }

    internal static ReadOnlyMemory<byte> Tail(GeoJsonOptions options, long count)
    {
        var members = Members(json =>
        {
            json.WriteNumber("numberReturned", count);
            options.After?.Invoke(json, count);
        });
        return Encoding.UTF8.GetBytes("\n]," + members + "}\n");
    }

    /// <summary>A feature with its further members.</summary>
    internal static byte[] WithRest(Utf8Buffer feature, GeoJsonOptions options)
    {
        if (options.After is { } rest)
        {
            feature.BackTo(feature.Length - 1);
            feature.Raw((byte)',');
            feature.Raw(Encoding.UTF8.GetBytes(Members(json => rest(json, 1))));
            feature.Raw((byte)'}');
        }
        return feature.Written.ToArray();
    }

    /// <summary>Members without the braces around them.</summary>
    internal static string Members(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, JsonForm.Compact))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 1, (int)bytes.Length - 2);
    }
}

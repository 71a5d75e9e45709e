using System.Collections.Frozen;
using System.Text.Json;
using LandLedger.Fields;
using LandLedger.Geometry;
using LandLedger.Import;

namespace LandLedger.Ledger;

/// <summary>One member of what an entry says of a plot: a scalar fact, or all parts of a kind.</summary>
/// <param name="Name">The id of the field, or the name of the parts.</param>
/// <param name="IsKnown">Whether the plot has it.</param>
/// <param name="Write">Its value; called of what is known.</param>
internal sealed record PlotMember(string Name, Func<Plot, bool> IsKnown, Action<Utf8JsonWriter, Plot> Write)
{
    public const string Supplements = "supplements";
    public const string Delays = "delays";
    public const string Years = "years";
    public const string Measured = "measured";
    public const string Shape = "shape";
    public const string EndedOn = "ended_on";

    /// <summary>All of them in byte order of their names.</summary>
    public static IReadOnlyList<PlotMember> All { get; } =
    [
        .. PlotFields
            .All.Select(field => new PlotMember(
                field.Id,
                plot => field.Of(plot).IsKnown,
                (json, plot) => SaidJson.Write(json, field.Of(plot))
            ))
            .Append(PartsOf(Supplements, plot => plot.Grant.Supplements, SaidParts.Write))
            .Append(PartsOf(Delays, plot => plot.Delays, SaidParts.Write))
            .Append(PartsOf(Years, plot => plot.Years, SaidParts.Write))
            .Append(PartOf(Measured, plot => plot.Measured, SaidParts.Write))
            .Append(PartOf(Shape, plot => plot.Shape, SaidParts.Write))
            .Append(new(EndedOn, plot => plot.EndedOn is not null, (json, plot) => SaidJson.Write(json, plot.EndedOn)))
            .OrderBy(member => member.Name, StringComparer.Ordinal),
    ];

    /// <summary>The members that a change of parts is about, by what it is called in an import; single facts are called as their member.</summary>
    private static readonly FrozenDictionary<string, string[]> Parts = new Dictionary<string, string[]>(
        StringComparer.Ordinal
    )
    {
        ["supplement"] = [Supplements],
        ["delay"] = [Delays],
        ["year"] = [Years],
        ["shape"] = [Measured, Shape],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All that a plot has.</summary>
    public static void WriteWhole(Utf8JsonWriter json, Plot plot)
    {
        foreach (var member in All)
        {
            if (member.IsKnown(plot))
                member.WriteNamed(json, plot);
        }
    }

    /// <summary>Whether more than single facts changed, so that the plot is needed to tell what they are now.</summary>
    public static bool TouchesParts(IReadOnlyList<FactChange> facts) =>
        facts.Any(fact => Parts.ContainsKey(fact.Field));

    /// <summary>What was changed: null where it is no longer known.</summary>
    /// <param name="plot">As it is now; null where no part of it changed.</param>
    public static void WriteChanged(Utf8JsonWriter json, IReadOnlyList<FactChange> facts, Plot? plot)
    {
        var changed = facts.ToLookup(fact => fact.Field, StringComparer.Ordinal);
        var parts = facts.SelectMany(fact => Parts.GetValueOrDefault(fact.Field, [])).ToHashSet(StringComparer.Ordinal);
        foreach (var member in All)
        {
            if (changed[member.Name].LastOrDefault() is { } fact)
            {
                json.WritePropertyName(member.Name);
                SaidJson.Write(json, PlotFields.Find(member.Name)?.Type ?? FieldType.Date, fact.New);
            }
            else if (parts.Contains(member.Name))
            {
                if (member.IsKnown(plot!))
                    member.WriteNamed(json, plot!);
                else
                    json.WriteNull(member.Name);
            }
        }
    }

    private void WriteNamed(Utf8JsonWriter json, Plot plot)
    {
        json.WritePropertyName(Name);
        Write(json, plot);
    }

    private static PlotMember PartsOf<T>(
        string name,
        Func<Plot, IReadOnlyList<T>> of,
        Action<Utf8JsonWriter, T> write
    ) =>
        new(
            name,
            plot => of(plot).Count > 0,
            (json, plot) =>
            {
                json.WriteStartArray();
                foreach (var part in of(plot))
                {
                    json.WriteStartObject();
                    write(json, part);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
        );

    private static PlotMember PartOf<T>(string name, Func<Plot, T?> of, Action<Utf8JsonWriter, T> write)
        where T : class =>
        new(
            name,
            plot => of(plot) is not null,
            (json, plot) =>
            {
                json.WriteStartObject();
                write(json, of(plot)!);
                json.WriteEndObject();
            }
        );
}

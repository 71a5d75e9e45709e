using System.Text.Json;
using System.Text.Json.Serialization;
using LandLedger.Formats.Papers;

namespace LandLedger.Cli.Commands.Cases;

/// <summary>
/// What the office itself gives to a paper, as a JSON file: <c>authority</c> and what else <see cref="PaperOffice"/> has, in camel case. A
/// member that it does not have is refused.
/// </summary>
internal static class OfficeFile
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads it.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static PaperOffice Read(string path, Texts texts)
    {
        using var file = FileException.At(path, () => File.OpenRead(path));
        try
        {
            return JsonSerializer.Deserialize<PaperOffice>(file, Form) ?? throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new UsageException(
                texts.Fill("cli.case.paper.office.wrong", name => name == "file" ? path : e.Path ?? "$")
            );
        }
    }
}

using LandLedger.Cases;
using LandLedger.Formats.Json;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Cases;

/// <summary>The files behind the steps of a case that the user sees.</summary>
internal static class CaseFiles
{
    public static Results<JsonAnswer, Problem> List(string number, Park park, HttpRequest request) =>
        OneCase.Find(number, park) is not { } booked
            ? OneCase.Unknown(number)
            : new JsonAnswer(json =>
                CaseJson.WriteEvidence(
                    json,
                    booked,
                    file =>
                    {
                        json.WriteStartArray("links");
                        var address = Links.To(request, $"cases/{booked.Number}/evidence/{file.Sha256}");
                        Links.Write(json, "item", address, MediaTypes.Bytes);
                        json.WriteEndArray();
                    }
                )
            );

    /// <summary>One as it was given, to be kept and not to be shown: nothing in it runs in a browser. A damaged one is not handed out.</summary>
    public static Results<Streamed, Problem> Show(string number, string sha256, Park park)
    {
        if (OneCase.Find(number, park) is not { } booked)
            return OneCase.Unknown(number);
        var digest = Links.Part(sha256);
        if (
            booked.Steps.SelectMany(step => step.Evidence).FirstOrDefault(kept => kept.Sha256 == digest) is not { } file
        )
            return new Problem("evidence-unknown", ("number", Links.Part(number)), ("digest", digest));
        var files = park.Opened.Cases;
        if (!file.IsWhole(files))
            throw file.Damaged();
        return new Streamed(
            MediaTypes.Bytes,
            async (output, cancel) =>
            {
                foreach (var part in file.Parts(files))
                    await output.WriteAsync(part, cancel);
            }
        )
        {
            FileName = file.Name,
        };
    }
}

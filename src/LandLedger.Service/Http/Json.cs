using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace LandLedger.Service.Http;

/// <summary>JSON that is small enough to be put together before it leaves; Chinese stays Chinese.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static ReadOnlyMemory<byte> Bytes(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(bytes, Form);
        write(json);
        json.Flush();
        return bytes.WrittenMemory;
    }

    /// <summary>Writes the members of an object that another writer makes whole.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Action<Utf8JsonWriter> whole)
    {
        using var document = JsonDocument.Parse(Bytes(whole));
        foreach (var member in document.RootElement.EnumerateObject())
            member.WriteTo(json);
    }

    public static Task SendAsync(HttpContext context, string mediaType, Action<Utf8JsonWriter> write)
    {
        var bytes = Bytes(write);
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}

/// <summary>An answer of one JSON value, or a page of it.</summary>
internal sealed class JsonAnswer(Action<Utf8JsonWriter> write, string mediaType = MediaTypes.Json) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        mediaType == MediaTypes.Html
            ? HtmlAnswer.SendAsync(httpContext, Json.Bytes(write))
            : Json.SendAsync(httpContext, mediaType, write);
}

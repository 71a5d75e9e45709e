using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LandLedger.Service.Http;

/// <summary>The language of sentences: by the <c>Accept-Language</c> header, Chinese when it names neither.</summary>
internal static class Languages
{
    public static Texts Of(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var asked))
            return Texts.Chinese;
        foreach (var language in asked.Where(l => l.Quality != 0).OrderByDescending(l => l.Quality ?? 1))
        {
            if (Of(language.Value.Value!) is { } texts)
                return texts;
        }
        return Texts.Chinese;
    }

    private static Texts? Of(string tag) =>
        tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Texts.Chinese
        : tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Texts.English
        : null;
}

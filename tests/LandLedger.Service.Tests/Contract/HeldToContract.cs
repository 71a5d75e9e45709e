namespace LandLedger.Service.Tests.Contract;

/// <summary>
/// Every answer that a test gets is held against the OpenAPI document of the service: its status, its media type, and its JSON by the
/// schema given there.
/// </summary>
internal sealed class HeldToContract : DelegatingHandler
{
    private readonly JsonElement _document;
    private readonly Schema _schema;

    public HeldToContract(ReadOnlyMemory<byte> document, HttpMessageHandler inner)
        : base(inner)
    {
        using var parsed = JsonDocument.Parse(document);
        _document = parsed.RootElement.Clone();
        _schema = new(_document);
    }

    /// <summary>What has been answered so far: operation, status and media type.</summary>
    public HashSet<string> Answered { get; } = [];

    /// <summary>What the document says that may be answered, in the same form.</summary>
    public IEnumerable<string> Promised =>
        from path in _document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        from response in operation.Value.GetProperty("responses").EnumerateObject()
        from type in Types(response.Value).DefaultIfEmpty()
        select Line(operation.Value, response.Name, type.Name);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var answer = await base.SendAsync(request, cancel);
        if (Find(request.Method, request.RequestUri!.AbsolutePath) is { } operation)
        {
            await answer.Content.LoadIntoBufferAsync(cancel);
            Hold(operation, answer, await answer.Content.ReadAsByteArrayAsync(cancel), request);
        }
        return answer;
    }

    private void Hold(JsonElement operation, HttpResponseMessage answer, byte[] body, HttpRequestMessage request)
    {
        var status = ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var told = $"{request.Method} {request.RequestUri}: {status} {answer.Content.Headers.ContentType}";
        Assert.True(
            operation.GetProperty("responses").TryGetProperty(status, out var response),
            told + " is a status that the document does not have"
        );
        var given = answer.Content.Headers.ContentType?.ToString();
        var types = Types(response).ToList();
        var (type, schema) = types.FirstOrDefault(type => Same(type.Name!, given));
        Assert.True(
            types.Count == 0 ? given is null : type is not null,
            told + " is a type that the document does not have"
        );
        Assert.True(
            types.Count == 0 == (body.Length == 0),
            $"{told} has a body of {body.Length} bytes, and by the document it has {(types.Count == 0 ? "none" : "one")}"
        );
        lock (Answered)
            Answered.Add(Line(operation, status, type));
        if (type?.Contains("json", StringComparison.Ordinal) != true)
            return;
        using var json = JsonDocument.Parse(body);
        var faults = _schema.Faults(json.RootElement, schema).Take(20).ToList();
        Assert.True(faults.Count == 0, told + "\n" + string.Join("\n", faults));
    }

    private JsonElement? Find(HttpMethod method, string path)
    {
        var paths = _document.GetProperty("paths").EnumerateObject().Where(p => Fits(p.Name, path));
        var found = paths.OrderBy(p => p.Name.Contains('{', StringComparison.Ordinal)).FirstOrDefault();
        return
            found.Value.ValueKind == JsonValueKind.Object
            && found.Value.TryGetProperty(method.Method.ToLowerInvariant(), out var operation)
            ? operation
            : null;
    }

    private static bool Fits(string template, string path)
    {
        var (wanted, given) = (template.Split('/'), path.Split('/'));
        return wanted.Length == given.Length
            && wanted
                .Zip(given)
                .All(pair => pair.First == pair.Second || (pair.First is ['{', ..] && pair.Second != ""));
    }

    /// <summary>None for an answer with nothing in it.</summary>
    private static IEnumerable<(string? Name, JsonElement Schema)> Types(JsonElement response) =>
        response.TryGetProperty("content", out var content)
            ? content.EnumerateObject().Select(type => ((string?)type.Name, type.Value.GetProperty("schema")))
            : [];

    /// <summary>A character set beside the type is no other type; a version is.</summary>
    private static bool Same(string promised, string? given) =>
        Plain(promised) == Plain(given?.Split("; charset=")[0] ?? "");

    private static string Plain(string type) => type.Replace(" ", "", StringComparison.Ordinal);

    private static string Line(JsonElement operation, string status, string? type) =>
        $"{operation.GetProperty("operationId")} {status} {type}";
}

using LandLedger.Fields;
using LandLedger.Formats.Json;
using LandLedger.Ledger;
using LandLedger.People;
using Spectre.Console;

namespace LandLedger.Cli.Output;

/// <summary>Tokens for a reader. Of their secrets nothing is shown.</summary>
internal static class TokenPage
{
    private static readonly string[] Columns =
    [
        "id",
        "user",
        "role",
        "counties",
        "zones",
        "since",
        "until",
        "made",
        "revoked",
    ];

    public static string Line(Texts texts, string key, Token token) =>
        texts.Fill(key, name => Word(token, name, texts));

    public static void Write(Shell shell, Texts texts, IReadOnlyList<Token> tokens)
    {
        if (tokens.Count == 0)
        {
            shell.WriteLine(texts["cli.token.none"]);
            return;
        }
        var table = new Table();
        foreach (var column in Columns)
            table.AddColumn(texts["cli.token.column." + column]);
        foreach (var token in tokens)
            table.AddRow([.. Columns.Select(column => new Text(Word(token, column, texts) ?? ""))]);
        var page = new Page(shell);
        page.Add(table);
        page.Print();
    }

    public static void WriteJson(Shell shell, IReadOnlyList<Token> tokens) =>
        CaseJson.WriteTo(shell.Out, tokens, TokenJson.Write);

    private static string? Word(Token token, string name, Texts texts) =>
        name switch
        {
            "id" => Words.Count(token.Id),
            "user" => token.User.Name,
            "role" => texts["role." + CodeText.Of(token.User.Role)],
            "counties" => Names(token.User.Scope.Counties, texts),
            "zones" => Names(token.User.Scope.Zones, texts),
            "since" => Words.Day(token.Since),
            "until" => token.Until is { } until ? Words.Day(until) : texts["cli.token.no-end"],
            "made" => By(token.MadeBy, token.MadeAt, texts),
            "revoked" => token is { RevokedBy: { } by, RevokedAt: { } at } ? By(by, at, texts) : "",
            _ => null,
        };

    private static string Names(IReadOnlyList<string> names, Texts texts) =>
        names.Count == 0 ? texts["cli.token.all"] : string.Join(texts["list.comma"], names);

    private static string By(string who, DateTimeOffset at, Texts texts) =>
        texts.Fill("cli.token.by", name => name == "who" ? who : LedgerRow.Time(at));
}

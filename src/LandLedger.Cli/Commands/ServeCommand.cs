using System.CommandLine;
using LandLedger.Service;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger serve --store S</c>: hosts the service until Ctrl-C.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    public static Command Of(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var urls = Asked.Urls(texts, DefaultUrl);
        var rules = Asked.Rules(texts);
        var lang = Asked.Lang(texts);
        var command = new Command("serve", texts["cli.serve"]) { store, urls, rules, lang };
        command.SetAction(
            async (parsed, cancel) =>
            {
                await RunAsync(
                    shell,
                    texts,
                    parsed.GetValue(store)!,
                    parsed.GetValue(urls)!,
                    Asked.RuleSetOf(parsed.GetValue(rules)!, texts),
                    cancel
                );
                return Exit.Done;
            }
        );
        return command;
    }

    public static async Task RunAsync(
        Shell shell,
        Texts texts,
        string store,
        string urls,
        Rules.RuleSet rules,
        CancellationToken cancel
    )
    {
        await using var service = ServiceHost.Build(
            new()
            {
                Store = store,
                Urls = urls,
                Rules = rules,
            }
        );
        await service.StartAsync(cancel);
        shell.WriteLine(texts.Fill("cli.serve.at", _ => string.Join(" ", service.Urls)));
        await Microsoft.Extensions.Hosting.HostingAbstractionsHostExtensions.WaitForShutdownAsync(service, cancel);
    }
}

using System.CommandLine;
using System.Net.Sockets;
using LandLedger.Service;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;

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
        StorePlace store,
        string urls,
        Rules.RuleSet rules,
        CancellationToken cancel
    )
    {
        await using var service = Build(
            new()
            {
                Store = store,
                Urls = urls,
                Rules = rules,
                Texts = texts,
            },
            texts
        );
        try
        {
            await service.StartAsync(cancel);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new UsageException(texts.Fill("cli.urls.taken", _ => urls));
        }
        shell.WriteLine(texts.Fill("cli.serve.at", _ => string.Join(" ", service.Urls)));
        await Microsoft.Extensions.Hosting.HostingAbstractionsHostExtensions.WaitForShutdownAsync(service, cancel);
    }

    private static WebApplication Build(ServiceOptions options, Texts texts)
    {
        try
        {
            return ServiceHost.Build(options);
        }
        catch (OptionsValidationException)
        {
            // Of all options only the addresses come from the command line unchecked.
            throw new UsageException(texts.Fill("cli.urls.wrong", _ => options.Urls));
        }
    }
}

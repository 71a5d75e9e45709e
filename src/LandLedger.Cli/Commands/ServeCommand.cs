using System.CommandLine;
using System.Net.Sockets;
using LandLedger.Cli.Commands.Cases;
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
        var origins = new Option<string[]>("--origins")
        {
            Description = texts["cli.origins"],
            HelpName = "ORIGIN",
            AllowMultipleArgumentsPerToken = true,
        };
        var rate = new Option<int>("--rate") { Description = texts["cli.rate"], HelpName = "N" };
        var office = Asked.Text("--office", texts["cli.serve.office"], "FILE.json");
        var forms = Asked.Text("--forms", texts["cli.serve.forms"], "DIR");
        var targets = AskedTargets.Option(texts);
        var kept = Asked.Kept(texts);
        var lang = Asked.Lang(texts);
        var command = new Command("serve", texts["cli.serve"])
        {
            store,
            urls,
            rules,
            origins,
            rate,
            kept,
            office,
            forms,
            targets,
            lang,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                await RunAsync(
                    shell,
                    texts,
                    new()
                    {
                        Store = parsed.GetValue(store)!,
                        Urls = parsed.GetValue(urls)!,
                        Rules = AskedRules.Of(parsed.GetValue(rules)!, parsed.GetValue(store)!, recorded: null, texts),
                        Origins = parsed.GetValue(origins)!,
                        Rate = parsed.GetValue(rate),
                        KeptBytes = parsed.GetValue(kept) * Asked.MiB,
                        Issuer = AskedIssuer.Of(Environment.GetEnvironmentVariable),
                        Office = parsed.GetValue(office) is { } file ? OfficeFile.Read(file, texts) : null,
                        Forms = parsed.GetValue(forms) is { } folder ? FormCommand.TemplatesOf(folder, texts) : [],
                        Targets = AskedTargets.Of(parsed.GetValue(targets), texts),
                        Account = shell.User,
                        Texts = texts,
                    },
                    cancel
                );
                return Exit.Done;
            }
        );
        return command;
    }

    public static async Task RunAsync(Shell shell, Texts texts, ServiceOptions options, CancellationToken cancel)
    {
        await using var service = Build(options);
        try
        {
            await service.StartAsync(cancel);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new UsageException(texts.Fill("cli.urls.taken", _ => options.Urls));
        }
        shell.WriteLine(texts.Fill("cli.serve.at", _ => string.Join(" ", service.Urls)));
        if (ServiceHost.NeedsFirstToken(service))
            shell.WriteLine(
                texts.Fill("cli.serve.no-token", _ => options.Store.FilePath ?? $"Host=…;Database={options.Store.Name}")
            );
        await Microsoft.Extensions.Hosting.HostingAbstractionsHostExtensions.WaitForShutdownAsync(service, cancel);
    }

    private static WebApplication Build(ServiceOptions options)
    {
        try
        {
            return ServiceHost.Build(options);
        }
        catch (OptionsValidationException wrong)
        {
            throw new UsageException(string.Join(Environment.NewLine, wrong.Failures));
        }
    }
}

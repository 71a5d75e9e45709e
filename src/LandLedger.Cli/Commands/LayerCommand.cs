using System.CommandLine;
using LandLedger.Cli.Output;
using LandLedger.Import;

namespace LandLedger.Cli.Commands;

/// <summary><c>landledger layer add NAME FILE</c>, <c>layer list</c>, <c>layer remove NAME</c>: the reference layers of a store.</summary>
internal static class LayerCommand
{
    public static Command Of(Shell shell, Texts texts) =>
        new("layer", texts["cli.layer"]) { LayerAdd.Of(shell, texts), List(shell, texts), Remove(shell, texts) };

    public static Argument<string> Name(Texts texts)
    {
        var name = new Argument<string>("NAME") { Description = texts["cli.layer.name"] };
        UsageProblems.NoOptions(name, texts);
        return name;
    }

    private static Command List(Shell shell, Texts texts)
    {
        var store = Asked.Store(texts);
        var lang = Asked.Lang(texts);
        var command = new Command("list", texts["cli.layer.list"]) { store, lang };
        command.SetAction(parsed =>
        {
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Read);
            LayerTable.Write(shell, texts, opened.Layers.All());
            return Exit.Done;
        });
        return command;
    }

    private static Command Remove(Shell shell, Texts texts)
    {
        var name = Name(texts);
        var store = Asked.Store(texts);
        var lang = Asked.Lang(texts);
        var command = new Command("remove", texts["cli.layer.remove"]) { name, store, lang };
        command.SetAction(parsed =>
        {
            var layer = parsed.GetValue(name)!;
            using var opened = parsed.GetValue(store)!.Open(StoreMode.Write);
            if (opened.Layers.Remove(layer) is { } features)
            {
                shell.WriteLine(texts.Fill("cli.layer.removed", place => place == "name" ? layer : $"{features}"));
                return Exit.Done;
            }
            var known = string.Join(texts["list.comma"], opened.Layers.All().Select(one => one.Name));
            var key = known.Length == 0 ? "cli.layer.unknown-none" : "cli.layer.unknown";
            shell.Error.WriteLine(texts.Fill(key, place => place == "name" ? layer : known));
            return Exit.InputRefused;
        });
        return command;
    }
}

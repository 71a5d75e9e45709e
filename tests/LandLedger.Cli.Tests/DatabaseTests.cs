using LandLedger.PostGis.Cluster;
using Npgsql;

namespace LandLedger.Cli.Tests;

/// <summary>The commands over a PostGIS store.</summary>
public sealed class DatabaseTests : IDisposable
{
    private const string StatedDay = "2026-06-30";
    private readonly Scratch _scratch = new();

    [Fact]
    public void The_sample_park_comes_out_of_a_database_as_out_of_a_file()
    {
        var address = Databases.WithPostGis();
        // Named like the database, as lists say which store they come from.
        var file = _scratch[new NpgsqlConnectionStringBuilder(address).Database!];
        string[] files =
        [
            .. Directory
                .EnumerateFiles(Tree.Park)
                .Where(path => Path.GetExtension(path) is ".txt" or ".xlsx")
                .OrderBy(Path.GetExtension, StringComparer.Ordinal)
                .ThenBy(path => path, StringComparer.Ordinal),
        ];
        string[] import = ["import", .. files, "--on", StatedDay, "--keep-good", "--store"];

        // Of the file alone is said that it was made.
        Assert.Equal(
            CommandRun.Of([.. import, file]).Expect(0).Out,
            $"新建台账 {file}{Environment.NewLine}{CommandRun.Of([.. import, address]).Expect(0).Out}"
        );
        Assert.Equal(CommandRun.Of([.. import, file]).Expect(0).Out, CommandRun.Of([.. import, address]).Expect(0).Out);
        string[][] questions =
        [
            ["check", "--format", "json"],
            ["evaluate", "--as-of", StatedDay, "--format", "json", "--sentences"],
            ["explain", "CD-035", "--as-of", StatedDay],
            ["acreage", "--as-of", StatedDay, "--by", "zone,category", "--plots", "--format", "json"],
            ["list", "--as-of", StatedDay, "--format", "csv"],
            ["map", "--as-of", StatedDay, "--format", "geojson"],
        ];
        foreach (var question in questions)
            Assert.Equal(Answer(question, file), Answer(question, address));
    }

    [Fact]
    public void The_environment_names_the_store_where_no_option_does()
    {
        var address = Databases.Store();
        var other = _scratch["other.gpkg"];
        (string, string)[] variables = [("LANDLEDGER_STORE", address)];

        CommandRun.With(variables, "check").Expect(0);
        CommandRun.With(variables, "check", "--store", other).Expect(3);
        CommandRun.With([("LANDLEDGER_STORE", other)], "check", "--store", address).Expect(0);
        CommandRun.With([("LANDLEDGER_STORE", "")], "check").Expect(2);
        Assert.Contains(
            "other.gpkg",
            CommandRun.With([("LANDLEDGER_STORE", other)], "check").Expect(3).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_database_that_is_away_is_exit_3()
    {
        var run = CommandRun.Of("check", "--store", "Host=/nowhere;Database=park;Username=officer").Expect(3);

        Assert.Contains("连不上数据库 park", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_is_printed_nowhere()
    {
        var address = Databases.Store();
        var officer = new NpgsqlConnectionStringBuilder(address) { Username = "officer" }.ConnectionString;

        Silent(3, [], "check", "--store", officer + ";Password=secret");
        Silent(3, [("PGPASSWORD", "secret")], "check", "--store", officer);
        Silent(2, [], "check", "--store", officer + ";Pasword=secret");
        Silent(2, [], "check", "--store", "postgres://officer:secret@localhost/park");
        Silent(2, [], "check", "--store", officer + ";Password=secret", "--store", officer + ";Password=secret");
        Silent(2, [], "check", officer + ";Password=secret");
        Silent(2, [], "import", officer + ";Password=secret", "--store", address);
        Silent(2, [], officer + ";Password=secret");
        Silent(0, [("LANDLEDGER_STORE", officer + ";Password=secret")], "check", "--help");
        Silent(2, [("LANDLEDGER_STORE", officer + ";Pasword=secret")], "check");

        static void Silent(int exit, (string, string)[] variables, params string[] arguments)
        {
            var run = CommandRun.With(variables, arguments).Expect(exit);
            Assert.DoesNotContain("secret", run.Out + run.Error, StringComparison.Ordinal);
        }
    }

    public void Dispose() => _scratch.Dispose();

    /// <summary>What a command prints or writes.</summary>
    private string Answer(string[] question, string store)
    {
        if (question[0] is not ("list" or "map"))
            return CommandRun.Of([.. question, "--store", store]).Expect(0).Out;
        var output = _scratch["answer"];
        CommandRun.Of([.. question, "--store", store, "-o", output]).Expect(0);
        return File.ReadAllText(output);
    }
}

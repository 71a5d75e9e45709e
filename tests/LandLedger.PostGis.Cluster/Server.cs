using System.Diagnostics;

namespace LandLedger.PostGis.Cluster;

/// <summary>
/// A PostgreSQL server: made in a temporary folder, reached by a Unix socket in it, gone at the end. It sorts texts
/// the Chinese way, so that whoever relies on the order of code points must say so; the user <c>officer</c> needs a password.
/// </summary>
internal sealed class Server : IDisposable
{
    private const string Programs = "/usr/lib/postgresql/15/bin";
    private const string Extension = "/usr/share/postgresql/15/extension/postgis.control";

    private bool _stopped;

    private Server(string folder)
    {
        Folder = folder;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>Whether PostGIS is installed.</summary>
    public static bool IsThere => File.Exists(Extension);

    /// <summary>What Npgsql calls the host.</summary>
    public string Folder { get; }

    public static Server Start()
    {
        var server = new Server(Run("mktemp", "-d", Path.Combine(Path.GetTempPath(), "landledger-pg-XXXXXX")).Trim());
        var data = Path.Combine(server.Folder, "data");
        Run(
            Path.Combine(Programs, "initdb"),
            [
                "--pgdata=" + data,
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=icu",
                "--icu-locale=zh",
                "--no-sync",
                "--no-instructions",
            ]
        );
        Run("sh", "-c", $"printf 'local all officer scram-sha-256\\nlocal all all trust\\n' > '{data}/pg_hba.conf'");
        server.Begin();
        return server;
    }

    /// <summary>Starts it again after a stop.</summary>
    public void Begin() =>
        Run(
            Path.Combine(Programs, "pg_ctl"),
            "start",
            "--wait",
            "--silent",
            "--pgdata=" + Path.Combine(Folder, "data"),
            "--log=" + Path.Combine(Folder, "log"),
            "--options="
                + $"-F -c listen_addresses='' -c unix_socket_directories='{Folder}' -c autovacuum=off -c full_page_writes=off"
        );

    /// <summary>Everybody who is connected is thrown out.</summary>
    public void Stop() =>
        Run(
            Path.Combine(Programs, "pg_ctl"),
            "stop",
            "--silent",
            "--mode=fast",
            "--pgdata=" + Path.Combine(Folder, "data")
        );

    public void Dispose()
    {
        if (_stopped)
            return;
        _stopped = true;
        Run(
            Path.Combine(Programs, "pg_ctl"),
            "stop",
            "--silent",
            "--mode=immediate",
            "--pgdata=" + Path.Combine(Folder, "data")
        );
        Run("rm", "-rf", Folder);
    }

    /// <summary>As the user postgres where we are root, which the server refuses to be.</summary>
    private static string Run(string program, params string[] arguments)
    {
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo(
                "setpriv",
                ["--reuid=postgres", "--regid=postgres", "--init-groups", program, .. arguments]
            )
            : new ProcessStartInfo(program, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.WorkingDirectory = Path.GetTempPath();
        using var process = Process.Start(start)!;
        process.WaitForExit();
        // The server that pg_ctl leaves behind keeps the pipes open: what is there by now is all.
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{program} ended with {process.ExitCode}: {process.StandardError.ReadToEnd()}"
            );
        return program == "mktemp" ? process.StandardOutput.ReadToEnd() : "";
    }
}

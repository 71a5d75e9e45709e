using LandLedger.Rules.Loading;

namespace LandLedger.Cases.Loading;

/// <summary>
/// Every state can be reached from a step that opens a case, and from every state a closed one can. The steps of the common part do not
/// count as a way on: giving a case up is not the end that a procedure is for.
/// </summary>
internal static class Reach
{
    public static void Check(Node node, Procedure procedure, IReadOnlyList<ReadStep> steps)
    {
        if (!steps.Any(read => read.Step.Opens))
            node.Report("opens-nothing", procedure.Id, "steps");
        var moves = steps
            .Where(read => read.Step.To is not null)
            .SelectMany(read => read.Step.From.Select(from => (From: from, To: read.Step.To!, read.IsCommon)))
            .ToList();
        var reached = Spread(
            steps.Where(read => read.Step.Opens).Select(read => read.Step.To).OfType<string>(),
            state => moves.Where(move => move.From == state).Select(move => move.To)
        );
        var ending = Spread(
            procedure.States.Where(state => state.IsClosed).Select(state => state.Id),
            state => moves.Where(move => move.To == state && !move.IsCommon).Select(move => move.From)
        );
        foreach (var state in procedure.States)
        {
            if (!reached.Contains(state.Id))
                node.Report("unreached", state.Id, "states");
            else if (!ending.Contains(state.Id))
                node.Report("no-end", state.Id, "states");
        }
    }

    private static HashSet<string> Spread(IEnumerable<string> from, Func<string, IEnumerable<string>> next)
    {
        var found = new HashSet<string>(from, StringComparer.Ordinal);
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var state))
        {
            foreach (var further in next(state).Where(found.Add))
                open.Enqueue(further);
        }
        return found;
    }
}

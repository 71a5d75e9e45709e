using LandLedger.Cases;
using LandLedger.Fields;
using LandLedger.Formats.Output;

namespace LandLedger.Formats.Json;

/// <summary>What the open cases of a plot say of it, as members of its evaluation, named as in <see cref="CaseJson"/>.</summary>
internal static class CaseText
{
    public static void Write(Evaluation evaluation, Utf8Buffer output)
    {
        if (evaluation.Cases is not { } cases)
        {
            output.Raw(",\"setCategory\":null,\"hold\":null,\"cases\":[]"u8);
            return;
        }
        output.Raw(",\"setCategory\":"u8);
        if (cases.MaySet.Count > 0)
            WriteMaySet(evaluation, cases.MaySet, output);
        else
            WriteSet(evaluation, cases.Set, output);
        output.Raw(",\"hold\":"u8);
        if (cases.MayHold.Count > 0)
            WriteUnknown(cases.MayHold, output);
        else
            WriteHold(cases.Hold, output);
        output.Raw(",\"cases\":["u8);
        for (var i = 0; i < cases.Open.Count; i++)
        {
            if (i > 0)
                output.Raw((byte)',');
            Write(cases.Open[i], output);
        }
        for (var i = 0; i < cases.Unread.Count; i++)
        {
            if (cases.Open.Count + i > 0)
                output.Raw((byte)',');
            Write(cases.Unread[i], output);
        }
        output.Raw((byte)']');
    }

    private static void WriteSet(Evaluation evaluation, SetCategory? set, Utf8Buffer output)
    {
        if (set is null)
        {
            output.Raw("null"u8);
            return;
        }
        output.Raw("{\"computed\":"u8);
        output.Raw(EncodedCodes.Of(set.By.Computed));
        output.Raw(",\"set\":"u8);
        output.Raw(EncodedCodes.Of(set.Category));
        output.Raw(",\"reason\":"u8);
        output.String(set.By.Reason);
        output.Raw(",\"document\":"u8);
        output.String(set.By.Document);
        WriteSaid(set.By.Day, set.Case, set.Entry, output);
        WriteClosed(evaluation, output);
    }

    /// <summary>The class that counts then, the cases for which nobody can tell it, and the measures that nobody can tell to be open.</summary>
    private static void WriteMaySet(Evaluation evaluation, IReadOnlyList<UnreadCase> may, Utf8Buffer output)
    {
        output.Raw("{\"set\":"u8);
        output.Raw(EncodedCodes.Of(evaluation.CountsAs));
        WriteUnknownBy(may, output);
        WriteClosed(evaluation, output);
    }

    private static void WriteClosed(Evaluation evaluation, Utf8Buffer output)
    {
        output.Raw(",\"closedMeasures\":"u8);
        output.Codes(string.Join(',', evaluation.ClosedMeasures.Select(measure => Codes.Of(measure.Kind)).Distinct()));
        output.Raw((byte)'}');
    }

    private static void WriteUnknown(IReadOnlyList<UnreadCase> may, Utf8Buffer output)
    {
        output.Raw("{\"held\":null"u8);
        WriteUnknownBy(may, output);
        output.Raw((byte)'}');
    }

    private static void WriteUnknownBy(IReadOnlyList<UnreadCase> may, Utf8Buffer output)
    {
        output.Raw(",\"unknownBy\":["u8);
        for (var i = 0; i < may.Count; i++)
        {
            if (i > 0)
                output.Raw((byte)',');
            output.String(may[i].Number.ToString());
        }
        output.Raw((byte)']');
    }

    /// <summary>With the state as it is stored; whether it is published nobody can tell.</summary>
    private static void Write(UnreadCase unread, Utf8Buffer output)
    {
        output.Raw("{\"number\":"u8);
        output.String(unread.Number.ToString());
        output.Raw(",\"procedure\":"u8);
        output.String(unread.Follows.Id);
        output.Raw(",\"version\":"u8);
        output.String(unread.Follows.Version);
        output.Raw(",\"state\":"u8);
        if (unread.State is { } state)
            output.String(state);
        else
            output.Raw("null"u8);
        output.Raw(",\"published\":null,\"procedureAtHand\":false}"u8);
    }

    private static void WriteHold(CaseHold? hold, Utf8Buffer output)
    {
        if (hold is null)
        {
            output.Raw("null"u8);
            return;
        }
        output.Raw("{\"reason\":"u8);
        output.String(hold.Reason);
        WriteSaid(hold.Day, hold.Case, hold.Entry, output);
        output.Raw((byte)'}');
    }

    /// <summary>When, in which case, and by which entry of the ledger.</summary>
    private static void WriteSaid(DateOnly day, CaseNumber number, long entry, Utf8Buffer output)
    {
        output.Raw(",\"day\":"u8);
        output.Date(day);
        output.Raw(",\"case\":"u8);
        output.String(number.ToString());
        output.Raw(",\"entry\":"u8);
        output.Number(entry);
    }

    private static void Write(OpenCase open, Utf8Buffer output)
    {
        output.Raw("{\"number\":"u8);
        output.String(open.Number.ToString());
        output.Raw(",\"procedure\":"u8);
        output.String(open.Procedure.Id);
        output.Raw(",\"state\":"u8);
        output.String(open.State.Id);
        output.Raw(open.State.IsPublished ? ",\"published\":true}"u8 : ",\"published\":false}"u8);
    }
}
